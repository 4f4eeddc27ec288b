// Alone in its file, because embedding 60 MB takes a second that other changes should not pay.
#include "CSyntaxModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model[] __attribute__((aligned(64))) = {
#embed "model.bin"
};

const unsigned char *kg_syntax_model(void) { return model; }
size_t kg_syntax_model_size(void) { return sizeof model; }

static const unsigned char meaning[] __attribute__((aligned(64))) = {
#embed "meaning.bin"
};

const unsigned char *kg_meaning_model(void) { return meaning; }
size_t kg_meaning_model_size(void) { return sizeof meaning; }

static const unsigned char pairs[] __attribute__((aligned(64))) = {
#embed "pairs.bin"
};

const unsigned char *kg_pairs_model(void) { return pairs; }
size_t kg_pairs_model_size(void) { return sizeof pairs; }

static const unsigned char clashes[] __attribute__((aligned(64))) = {
#embed "clashes.bin"
};

const unsigned char *kg_clashes_model(void) { return clashes; }
size_t kg_clashes_model_size(void) { return sizeof clashes; }
