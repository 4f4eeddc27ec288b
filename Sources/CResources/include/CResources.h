#ifndef KG_RESOURCES_H
#define KG_RESOURCES_H
#include <stddef.h>

// Text files that are too large for SwiftPM's embedInCode, as bytes in the binary.
const unsigned char *kg_vocabulary(void);
size_t kg_vocabulary_size(void);
const unsigned char *kg_sample(void);
size_t kg_sample_size(void);
#endif
