#include "CResources.h"

static const unsigned char vocabulary[] = {
#embed "../../Schema/vocabulary.yaml"
};
static const unsigned char sample[] = {
#embed "sample.jsonl"
};

const unsigned char *kg_vocabulary(void) { return vocabulary; }
size_t kg_vocabulary_size(void) { return sizeof vocabulary; }
const unsigned char *kg_sample(void) { return sample; }
size_t kg_sample_size(void) { return sizeof sample; }
