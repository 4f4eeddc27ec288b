// The syntax network at work: an int8 encoder whose integers and floats are the same on every machine.
//
// C rather than Swift, because the kernels are compiled for several processors and chosen at run time.
// The float code never contracts to fused multiply-add and sums in one fixed order, so that a tree
// does not depend on where, beside which other sentences, or on how many threads it was made.
#ifndef C_SYNTAX_MODEL_H
#define C_SYNTAX_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The bytes of model.bin, 64-byte aligned.
const unsigned char *kg_syntax_model(void);
size_t kg_syntax_model_size(void);

/// The bytes of meaning.bin, 64-byte aligned.
const unsigned char *kg_meaning_model(void);
size_t kg_meaning_model_size(void);

/// The bytes of pairs.bin, 64-byte aligned.
const unsigned char *kg_pairs_model(void);
size_t kg_pairs_model_size(void);

/// The bytes of clashes.bin, 64-byte aligned.
const unsigned char *kg_clashes_model(void);
size_t kg_clashes_model_size(void);

/// A named part of model.bin, pairs.bin or clashes.bin, or NULL; `size` is in bytes.
const void *kg_syntax_section(const char *name, size_t *size);
const void *kg_pairs_section(const char *name, size_t *size);
const void *kg_clashes_section(const char *name, size_t *size);

typedef enum { KG_PLAIN = 0, KG_AVX2 = 1, KG_VNNI = 2, KG_NEON = 3 } kg_kernel;

/// The fastest kernel of this processor, or the one that KG_KERNEL=plain|avx2|vnni|neon names.
kg_kernel kg_kernel_best(void);
bool kg_kernel_available(kg_kernel kernel);

/// Pointers into the models; immutable, so shared by all threads.
typedef struct kg_network kg_network;
/// The tagger and parser; NULL when model.bin lacks a section or one has the wrong size.
kg_network *kg_network_open(void);
/// The encoder of sentences' meanings; NULL likewise.
kg_network *kg_meaning_open(void);
/// The encoders of two phrases and of two claims side by side; NULL likewise.
kg_network *kg_pairs_open(void);
kg_network *kg_clashes_open(void);
void kg_network_close(kg_network *network);

/// Room for one batch; one for each thread.
typedef struct kg_workspace kg_workspace;
/// NULL when memory is short.
kg_workspace *kg_workspace_open(const kg_network *network, int pieces);
void kg_workspace_close(kg_workspace *workspace);

/// Sentences laid end to end; word 0 of each is [CLS], which stands for the root.
typedef struct {
  int sentences;
  /// First piece and first word of each sentence, and the totals: `sentences + 1` values.
  const int32_t *first_piece;
  const int32_t *first_word;
  const uint16_t *ids;
  const uint8_t *shapes;
  /// Word of each piece, counted in its sentence; -1 for [SEP]. Pieces of a word stand together.
  const int32_t *word_of;
} kg_batch;

/// Best UPOS, XPOS and FEATS of each word (three bytes a word), and the scores of every head for
/// every dependent: an n by n table for each sentence in turn, dependents in rows.
void kg_syntax_encode(
    const kg_network *network, kg_workspace *workspace, const kg_batch *batch, kg_kernel kernel,
    uint8_t *tags, float *arcs);

/// Labels of the words under the given heads (counted in their sentence), and P(head) * P(label).
/// Follows kg_syntax_encode with the same batch; the label `root` goes to the root alone.
void kg_syntax_label(
    const kg_network *network, kg_workspace *workspace, const kg_batch *batch, kg_kernel kernel,
    const int32_t *heads, const float *arcs, int root, uint8_t *labels, float *confidence);

enum { KG_MEANING_WIDTH = 384 };

/// The mean of each sentence's pieces, scaled to length 1: KG_MEANING_WIDTH floats a sentence, whose
/// products are cosines; and unless NULL the same for each word in its sentence, [CLS] being the first.
/// For a network of kg_meaning_open, where shapes are 0, or of kg_pairs_open, where they are 0 for the
/// first of two texts and 1 for the second.
void kg_meaning_encode(
    const kg_network *network, kg_workspace *workspace, const kg_batch *batch, kg_kernel kernel,
    float *vectors, float *words);

/// How many cores this process may use.
int32_t kg_core_count(void);

/// Adds 1 and gives the value before, whatever other threads do.
int32_t kg_take_next(int32_t *counter);

#endif
