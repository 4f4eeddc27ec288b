// What the C files of the network share.
#ifndef KG_NETWORK_H
#define KG_NETWORK_H

#include "CSyntaxModel.h"

enum { HIDDEN = 384, INNER = 1536, HEADS = 12, WIDTH = 32, LAYERS = 6, ARC = 256, LABEL = 96 };
enum { POSITIONS = 512, SHAPES = 14, LABEL_ROWS = 16 };

/// An int8 linear map, `rows` a multiple of 32, packed [rows/16][width/4][16][4].
typedef struct {
  int width, rows;
  const int8_t *weight;
  const float *scale;
  const int32_t *compensation;  // 64 * the sum of a row's weights, since activations are stored +64
  const float *bias;
} kg_linear;

typedef struct {
  const float *weight, *bias;
} kg_norm;

typedef struct {
  kg_linear qkv, out, up, down;
  kg_norm norm1, norm2;
} kg_layer;

struct kg_network {
  int upos, xpos, feats, labels, pieces;
  const int8_t *word;
  const float *word_scale, *position, *shape, *arc_head;
  kg_norm norm;
  kg_layer layer[LAYERS];
  kg_linear heads, arc, label;
};

/// output[row] = scale * input[row] * weight + bias, from quantised rows and their scales.
void kg_gemm(
    kg_kernel kernel, const uint8_t *input, const float *input_scale, int rows,
    const kg_linear *linear, float *output);

/// The float code, compiled for one processor.
typedef struct {
  void (*embed)(const kg_network *, uint16_t id, int position, int shape, float *row);
  void (*norm)(float *row, const kg_norm *, uint8_t *q, float *scale);
  void (*add_norm)(float *row, const float *other, const kg_norm *, uint8_t *q, float *scale);
  void (*quantise)(const float *row, int width, uint8_t *q, float *scale);
  void (*gelu)(float *row, int width, uint8_t *q, float *scale);
  void (*attention)(const float *qkv, int pieces, float *scratch, float *output);
  void (*mean)(const float *first, int pieces, float *output);
  void (*leaky)(float *row, int width);
  float (*dot)(const float *a, const float *b, int width);
  float (*share)(const float *scores, int count, int skipped, int chosen);
} kg_floats;

/// Chosen by the kernel; all give the same floats.
const kg_floats *kg_floats_for(kg_kernel kernel);

#endif
