// A batch through the encoder, the tag heads and the biaffine scorers.
#include "network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct kg_workspace {
  int pieces;
  float *state;    // [pieces][HIDDEN]
  float *wide;     // [pieces][INNER], also queries, keys and values
  float *mixed;    // [pieces][HIDDEN]
  float *scored;   // [words][rows of the heads]; kept for the labels
  float *arcs;     // [words][ARC]
  float *scratch;  // keys and weights of attention, label products
  float *scale;    // [pieces]
  uint8_t *q;      // [pieces][INNER]
};

static void *room(size_t count, size_t size) {
  size_t bytes = (count * size + 64) / 64 * 64;  // at least one byte
  void *made = NULL;
  return posix_memalign(&made, 64, bytes) == 0 ? made : NULL;
}

kg_workspace *kg_workspace_open(const kg_network *network, int pieces) {
  kg_workspace *w = calloc(1, sizeof *w);
  if (!w) return NULL;
  size_t n = (size_t)pieces, scratch = (WIDTH + 4) * (POSITIONS + 16);
  size_t labels = LABEL_ROWS * (size_t)network->label.rows;
  w->pieces = pieces;
  w->state = room(n * HIDDEN, sizeof(float));
  w->wide = room(n * INNER, sizeof(float));
  w->mixed = room(n * HIDDEN, sizeof(float));
  w->scored = room(n * (size_t)network->heads.rows, sizeof(float));
  w->arcs = room(n * ARC, sizeof(float));
  w->scratch = room(scratch > labels ? scratch : labels, sizeof(float));
  w->scale = room(n, sizeof(float));
  w->q = room(n * INNER, 1);
  bool complete = w->state && w->wide && w->mixed && w->scored && w->arcs && w->scratch;
  if (complete && w->scale && w->q) return w;
  kg_workspace_close(w);
  return NULL;
}

void kg_workspace_close(kg_workspace *w) {
  if (!w) return;
  free(w->state);
  free(w->wide);
  free(w->mixed);
  free(w->scored);
  free(w->arcs);
  free(w->scratch);
  free(w->scale);
  free(w->q);
  free(w);
}

static void encode(
    const kg_network *n, kg_workspace *w, const kg_batch *batch, kg_kernel kernel) {
  const kg_floats *f = kg_floats_for(kernel);
  const int rows = batch->first_piece[batch->sentences];
  for (int s = 0; s < batch->sentences; s++) {
    for (int i = batch->first_piece[s]; i < batch->first_piece[s + 1]; i++) {
      float *row = w->state + (size_t)i * HIDDEN;
      f->embed(n, batch->ids[i], i - batch->first_piece[s], batch->shapes[i], row);
      f->norm(row, &n->norm, w->q + (size_t)i * HIDDEN, w->scale + i);
    }
  }
  for (int l = 0; l < LAYERS; l++) {
    const kg_layer *layer = &n->layer[l];
    kg_gemm(kernel, w->q, w->scale, rows, &layer->qkv, w->wide);
    for (int s = 0; s < batch->sentences; s++) {
      size_t from = (size_t)batch->first_piece[s];
      int count = batch->first_piece[s + 1] - batch->first_piece[s];
      f->attention(w->wide + from * 3 * HIDDEN, count, w->scratch, w->mixed + from * HIDDEN);
    }
    for (int i = 0; i < rows; i++) {
      size_t at = (size_t)i * HIDDEN;
      f->quantise(w->mixed + at, HIDDEN, w->q + at, w->scale + i);
    }
    kg_gemm(kernel, w->q, w->scale, rows, &layer->out, w->mixed);
    for (int i = 0; i < rows; i++) {
      size_t at = (size_t)i * HIDDEN;
      f->add_norm(w->state + at, w->mixed + at, &layer->norm1, w->q + at, w->scale + i);
    }
    kg_gemm(kernel, w->q, w->scale, rows, &layer->up, w->wide);
    for (int i = 0; i < rows; i++) {
      size_t at = (size_t)i * INNER;
      f->gelu(w->wide + at, INNER, w->q + at, w->scale + i);
    }
    kg_gemm(kernel, w->q, w->scale, rows, &layer->down, w->mixed);
    for (int i = 0; i < rows; i++) {
      size_t at = (size_t)i * HIDDEN;
      f->add_norm(w->state + at, w->mixed + at, &layer->norm2, w->q + at, w->scale + i);
    }
  }
}

/// The mean of each word's pieces, in `mixed`; [CLS] is the only piece of word 0.
static void join_pieces(const kg_floats *f, kg_workspace *w, const kg_batch *batch) {
  for (int s = 0; s < batch->sentences; s++) {
    for (int i = batch->first_piece[s]; i < batch->first_piece[s + 1] - 1;) {
      int end = i + 1, word = batch->first_word[s] + batch->word_of[i];
      while (batch->word_of[end] == batch->word_of[i]) end++;
      f->mean(w->state + (size_t)i * HIDDEN, end - i, w->mixed + (size_t)word * HIDDEN);
      i = end;
    }
  }
}

static void scale_to_one(const kg_floats *f, float *vector) {
  float length = sqrtf(f->dot(vector, vector, HIDDEN));
  for (int i = 0; i < HIDDEN && length > 0; i++) vector[i] /= length;
}

static uint8_t best(const float *scores, int count) {
  int found = 0;
  for (int i = 1; i < count; i++) found = scores[i] > scores[found] ? i : found;
  return (uint8_t)found;
}

void kg_syntax_encode(
    const kg_network *n, kg_workspace *w, const kg_batch *batch, kg_kernel kernel, uint8_t *tags,
    float *arcs) {
  const kg_floats *f = kg_floats_for(kernel);
  encode(n, w, batch, kernel);
  const int words = batch->first_word[batch->sentences];
  join_pieces(f, w, batch);
  for (int i = 0; i < words; i++) {
    size_t at = (size_t)i * HIDDEN;
    f->quantise(w->mixed + at, HIDDEN, w->q + at, w->scale + i);
  }
  kg_gemm(kernel, w->q, w->scale, words, &n->heads, w->scored);
  const size_t stride = (size_t)n->heads.rows;
  const int features = n->upos + n->xpos + n->feats;
  for (int i = 0; i < words; i++) {
    float *row = w->scored + (size_t)i * stride;
    tags[i * 3] = best(row, n->upos);
    tags[i * 3 + 1] = best(row + n->upos, n->xpos);
    tags[i * 3 + 2] = best(row + n->upos + n->xpos, n->feats);
    f->leaky(row + features, 2 * ARC + 2 * LABEL);
    f->quantise(row + features, ARC, w->q + (size_t)i * ARC, w->scale + i);
  }
  kg_gemm(kernel, w->q, w->scale, words, &n->arc, w->arcs);
  for (int s = 0; s < batch->sentences; s++) {
    int from = batch->first_word[s], count = batch->first_word[s + 1] - from;
    const float *heads = w->scored + (size_t)from * stride + features + ARC;
    for (int j = 0; j < count; j++) {
      const float *head = heads + (size_t)j * stride;
      float liking = f->dot(head, n->arc_head, ARC);
      for (int i = 0; i < count; i++) {
        float score = f->dot(w->arcs + (size_t)(from + i) * ARC, head, ARC);
        arcs[(size_t)i * (size_t)count + (size_t)j] = score + liking;
      }
    }
    arcs += (size_t)count * (size_t)count;
  }
}

void kg_meaning_encode(
    const kg_network *n, kg_workspace *w, const kg_batch *batch, kg_kernel kernel,
    float *vectors, float *words) {
  const kg_floats *f = kg_floats_for(kernel);
  encode(n, w, batch, kernel);
  for (int s = 0; s < batch->sentences; s++) {
    int from = batch->first_piece[s], count = batch->first_piece[s + 1] - from;
    float *vector = vectors + (size_t)s * HIDDEN;
    f->mean(w->state + (size_t)from * HIDDEN, count, vector);
    scale_to_one(f, vector);
  }
  if (!words) return;
  join_pieces(f, w, batch);
  const int count = batch->first_word[batch->sentences];
  memcpy(words, w->mixed, (size_t)count * HIDDEN * sizeof(float));
  for (int i = 0; i < count; i++) scale_to_one(f, words + (size_t)i * HIDDEN);
}

void kg_syntax_label(
    const kg_network *n, kg_workspace *w, const kg_batch *batch, kg_kernel kernel,
    const int32_t *heads, const float *arcs, int root, uint8_t *labels, float *confidence) {
  const kg_floats *f = kg_floats_for(kernel);
  const size_t stride = (size_t)n->heads.rows;
  const int at_label = n->upos + n->xpos + n->feats + 2 * ARC;
  for (int s = 0; s < batch->sentences; s++) {
    int from = batch->first_word[s], count = batch->first_word[s + 1] - from;
    for (int first = 0; first < count; first += LABEL_ROWS) {
      int rows = count - first < LABEL_ROWS ? count - first : LABEL_ROWS;
      for (int i = 0; i < rows; i++) {
        const float *row = w->scored + (size_t)(from + first + i) * stride;
        f->quantise(row + at_label, LABEL, w->q + (size_t)i * LABEL, w->scale + i);
      }
      kg_gemm(kernel, w->q, w->scale, rows, &n->label, w->scratch);
      for (int i = 0; i < rows; i++) {
        int word = first + i, head = heads[from + word];
        const float *features = w->scored + (size_t)(from + head) * stride + at_label + LABEL;
        const float *product = w->scratch + (size_t)i * (size_t)n->label.rows;
        float scores[256];
        int found = root == 0 ? 1 : 0;
        for (int r = 0; r < n->labels; r++) {
          const float *own = product + r * (LABEL + 1);
          scores[r] = f->dot(own, features, LABEL) + own[LABEL];
          if (r != root && scores[r] > scores[found]) found = r;
        }
        float arc = f->share(arcs + (size_t)word * (size_t)count, count, word, head);
        labels[from + word] = (uint8_t)(head == 0 ? root : found);
        float label = head == 0 ? 1.0f : f->share(scores, n->labels, root, found);
        confidence[from + word] = arc * label;
      }
    }
    arcs += (size_t)count * (size_t)count;
  }
}
