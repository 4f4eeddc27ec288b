// model.bin is a directory of named sections, laid out as the kernels read them: loading copies nothing.
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

const void *kg_syntax_section(const char *name, size_t *size) {
  const unsigned char *model = kg_syntax_model();
  size_t whole = kg_syntax_model_size();
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

/// The section if it has `bytes` bytes; otherwise NULL and `ok` becomes false.
static const void *section(const char *name, size_t bytes, bool *ok) {
  size_t size;
  const void *found = kg_syntax_section(name, &size);
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

static const void *part(const char *name, const char *suffix, size_t bytes, bool *ok) {
  char whole[64];
  join(whole, name, suffix);
  return section(whole, bytes, ok);
}

static kg_linear linear(const char *name, int width, int rows, bool *ok) {
  rows = (rows + 31) / 32 * 32;
  size_t n = (size_t)rows;
  return (kg_linear){
      .width = width,
      .rows = rows,
      .weight = part(name, ".weight", n * (size_t)width, ok),
      .scale = part(name, ".scale", n * sizeof(float), ok),
      .compensation = part(name, ".compensation", n * sizeof(int32_t), ok),
      .bias = part(name, ".bias", n * sizeof(float), ok),
  };
}

static kg_norm norm(const char *name, bool *ok) {
  return (kg_norm){
      .weight = part(name, ".weight", HIDDEN * sizeof(float), ok),
      .bias = part(name, ".bias", HIDDEN * sizeof(float), ok),
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

kg_network *kg_network_open(void) {
  kg_network *n = calloc(1, sizeof *n);
  if (!n) return NULL;
  bool ok = true;
  n->upos = lines("labels.upos", &ok);
  n->xpos = lines("labels.xpos", &ok);
  n->feats = lines("labels.feats", &ok);
  n->labels = lines("labels.rel", &ok);
  size_t size;
  kg_syntax_section("word.scale", &size);
  n->pieces = (int)(size / sizeof(float));
  n->word = section("word", (size_t)n->pieces * HIDDEN, &ok);
  n->word_scale = section("word.scale", (size_t)n->pieces * sizeof(float), &ok);
  n->position = section("position", POSITIONS * HIDDEN * sizeof(float), &ok);
  n->shape = section("shape", SHAPES * HIDDEN * sizeof(float), &ok);
  n->norm = norm("norm", &ok);
  for (int i = 0; i < LAYERS; i++) {
    char prefix[] = "layer0", name[64];
    prefix[5] = (char)('0' + i);
    kg_layer *layer = &n->layer[i];
    join(name, prefix, ".qkv");
    layer->qkv = linear(name, HIDDEN, 3 * HIDDEN, &ok);
    join(name, prefix, ".out");
    layer->out = linear(name, HIDDEN, HIDDEN, &ok);
    join(name, prefix, ".up");
    layer->up = linear(name, HIDDEN, INNER, &ok);
    join(name, prefix, ".down");
    layer->down = linear(name, INNER, HIDDEN, &ok);
    join(name, prefix, ".norm1");
    layer->norm1 = norm(name, &ok);
    join(name, prefix, ".norm2");
    layer->norm2 = norm(name, &ok);
  }
  n->heads = linear("heads", HIDDEN, n->upos + n->xpos + n->feats + 2 * ARC + 2 * LABEL, &ok);
  n->arc = linear("arc", ARC, ARC, &ok);
  n->label = linear("label", LABEL, n->labels * (LABEL + 1), &ok);
  n->arc_head = section("arc.head", ARC * sizeof(float), &ok);
  if (ok) return n;
  free(n);
  return NULL;
}

void kg_network_close(kg_network *network) { free(network); }
