// A model file is a directory of named sections, laid out as the kernels read them: loading copies nothing.
#include "network.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  char magic[8];
  uint32_t sections, unused;
} header;

typedef struct {
  char name[48];
  uint64_t offset, size;
} entry;

typedef struct {
  const unsigned char *bytes;
  size_t size;
} file;

static file syntax(void) { return (file){kg_syntax_model(), kg_syntax_model_size()}; }
static file meaning(void) { return (file){kg_meaning_model(), kg_meaning_model_size()}; }
static file pairs(void) { return (file){kg_pairs_model(), kg_pairs_model_size()}; }
static file clashes(void) { return (file){kg_clashes_model(), kg_clashes_model_size()}; }

static const void *find(file f, const char *name, size_t *size) {
  const unsigned char *model = f.bytes;
  size_t whole = f.size;
  const header *head = (const header *)model;
  *size = 0;
  if (whole < sizeof *head || memcmp(head->magic, "KGSYNTX1", 8) != 0) return NULL;
  const entry *entries = (const entry *)(model + sizeof *head);
  if (head->sections > (whole - sizeof *head) / sizeof *entries) return NULL;
  for (uint32_t i = 0; i < head->sections; i++) {
    const entry *e = &entries[i];
    if (strncmp(e->name, name, sizeof e->name) != 0) continue;
    if (e->offset > whole || e->size > whole - e->offset) return NULL;
    *size = e->size;
    return model + e->offset;
  }
  return NULL;
}

const void *kg_syntax_section(const char *name, size_t *size) {
  return find(syntax(), name, size);
}

const void *kg_pairs_section(const char *name, size_t *size) { return find(pairs(), name, size); }

const void *kg_clashes_section(const char *name, size_t *size) { return find(clashes(), name, size); }

/// The section if it has `bytes` bytes; otherwise NULL and `ok` becomes false.
static const void *section(file f, const char *name, size_t bytes, bool *ok) {
  size_t size;
  const void *found = find(f, name, &size);
  if (found && size == bytes) return found;
  *ok = false;
  return NULL;
}

static void join(char out[64], const char *a, const char *b) {
  size_t n = strlen(a), m = strlen(b);
  if (n + m > 63) n = m = 0;
  memcpy(out, a, n);
  memcpy(out + n, b, m);
  out[n + m] = 0;
}

static const void *part(file f, const char *name, const char *suffix, size_t bytes, bool *ok) {
  char whole[64];
  join(whole, name, suffix);
  return section(f, whole, bytes, ok);
}

static kg_linear linear(file f, const char *name, int width, int rows, bool *ok) {
  rows = (rows + 31) / 32 * 32;
  size_t n = (size_t)rows;
  return (kg_linear){
      .width = width,
      .rows = rows,
      .weight = part(f, name, ".weight", n * (size_t)width, ok),
      .scale = part(f, name, ".scale", n * sizeof(float), ok),
      .compensation = part(f, name, ".compensation", n * sizeof(int32_t), ok),
      .bias = part(f, name, ".bias", n * sizeof(float), ok),
  };
}

static kg_norm norm(file f, const char *name, bool *ok) {
  return (kg_norm){
      .weight = part(f, name, ".weight", HIDDEN * sizeof(float), ok),
      .bias = part(f, name, ".bias", HIDDEN * sizeof(float), ok),
  };
}

static int lines(const char *name, bool *ok) {
  size_t size;
  const char *text = kg_syntax_section(name, &size);
  if (!text || !size) {
    *ok = false;
    return 0;
  }
  int count = 1;
  for (size_t i = 0; i < size; i++) count += text[i] == '\n';
  if (count > 255) *ok = false;  // labels are handed over as bytes
  return count;
}

/// The words of the syntax model, which its training leaves as they were, under the layers of a file.
static void encoder(kg_network *n, file f, bool *ok) {
  size_t size;
  kg_syntax_section("word.scale", &size);
  n->pieces = (int)(size / sizeof(float));
  n->word = section(syntax(), "word", (size_t)n->pieces * HIDDEN, ok);
  n->word_scale = section(syntax(), "word.scale", (size_t)n->pieces * sizeof(float), ok);
  n->position = section(f, "position", POSITIONS * HIDDEN * sizeof(float), ok);
  n->shape = section(f, "shape", SHAPES * HIDDEN * sizeof(float), ok);
  n->norm = norm(f, "norm", ok);
  for (int i = 0; i < LAYERS; i++) {
    char prefix[] = "layer0", name[64];
    prefix[5] = (char)('0' + i);
    kg_layer *layer = &n->layer[i];
    join(name, prefix, ".qkv");
    layer->qkv = linear(f, name, HIDDEN, 3 * HIDDEN, ok);
    join(name, prefix, ".out");
    layer->out = linear(f, name, HIDDEN, HIDDEN, ok);
    join(name, prefix, ".up");
    layer->up = linear(f, name, HIDDEN, INNER, ok);
    join(name, prefix, ".down");
    layer->down = linear(f, name, INNER, HIDDEN, ok);
    join(name, prefix, ".norm1");
    layer->norm1 = norm(f, name, ok);
    join(name, prefix, ".norm2");
    layer->norm2 = norm(f, name, ok);
  }
}

static kg_network *whole(kg_network *n, bool ok) {
  if (ok) return n;
  free(n);
  return NULL;
}

kg_network *kg_network_open(void) {
  kg_network *n = calloc(1, sizeof *n);
  if (!n) return NULL;
  bool ok = true;
  n->upos = lines("labels.upos", &ok);
  n->xpos = lines("labels.xpos", &ok);
  n->feats = lines("labels.feats", &ok);
  n->labels = lines("labels.rel", &ok);
  file f = syntax();
  encoder(n, f, &ok);
  n->heads = linear(f, "heads", HIDDEN, n->upos + n->xpos + n->feats + 2 * ARC + 2 * LABEL, &ok);
  n->arc = linear(f, "arc", ARC, ARC, &ok);
  n->label = linear(f, "label", LABEL, n->labels * (LABEL + 1), &ok);
  n->arc_head = section(f, "arc.head", ARC * sizeof(float), &ok);
  return whole(n, ok);
}

static kg_network *encoder_of(file f) {
  kg_network *n = calloc(1, sizeof *n);
  if (!n) return NULL;
  bool ok = true;
  encoder(n, f, &ok);
  return whole(n, ok);
}

kg_network *kg_meaning_open(void) { return encoder_of(meaning()); }

kg_network *kg_pairs_open(void) { return encoder_of(pairs()); }

kg_network *kg_clashes_open(void) { return encoder_of(clashes()); }

void kg_network_close(kg_network *network) { free(network); }
