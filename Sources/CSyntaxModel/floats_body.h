// The network's float code, included once for each processor with FLOATS(name) giving its own names.
// Vectors have sixteen lanes everywhere, and lanes are added up in one order, so all results agree.

typedef float FLOATS(lanes) __attribute__((vector_size(64)));
typedef int32_t FLOATS(ints) __attribute__((vector_size(64)));
typedef uint8_t FLOATS(bytes) __attribute__((vector_size(16)));
typedef float FLOATS(loose) __attribute__((vector_size(64), aligned(4), may_alias));
typedef uint8_t FLOATS(loose_bytes) __attribute__((vector_size(16), aligned(1), may_alias));
typedef int8_t FLOATS(loose_small) __attribute__((vector_size(16), aligned(1), may_alias));
#define V FLOATS(lanes)
#define I FLOATS(ints)
#define INLINE static inline __attribute__((always_inline))
#define LOAD(p) ((V) * (const FLOATS(loose) *)(p))
#define STORE(p, v) (*(FLOATS(loose) *)(p) = (FLOATS(loose))(v))

INLINE V FLOATS(all)(float x) { return (V){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x}; }

INLINE float FLOATS(sum)(V x) {
  float e[8], f[4];
  for (int i = 0; i < 8; i++) e[i] = x[i] + x[i + 8];
  for (int i = 0; i < 4; i++) f[i] = e[i] + e[i + 4];
  return (f[0] + f[2]) + (f[1] + f[3]);
}

INLINE V FLOATS(choose)(I mask, V yes, V no) { return (V)((mask & (I)yes) | (~mask & (I)no)); }

INLINE float FLOATS(highest)(V x) {
  float most = x[0];
  for (int i = 1; i < 16; i++) most = x[i] > most ? x[i] : most;
  return most;
}

/// e to the x, for x up to 0: Cephes' polynomial.
INLINE V FLOATS(exp)(V x) {
  V least = FLOATS(all)(-87.0f);
  x = FLOATS(choose)(x < least, least, x);
  V shifted = x * 1.44269504f + 12582912.0f;  // 1.5 * 2^23 rounds to the nearest whole number
  V whole = shifted - 12582912.0f;
  V r = x - whole * 0.693359375f;
  r = r - whole * -2.12194440e-4f;
  V p = FLOATS(all)(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  I power = ((I)shifted - 0x4B400000 + 127) << 23;
  return p * (V)power;
}

/// Rounds to whole numbers from -63 to 63 and stores them +64.
static void FLOATS(quantise)(const float *row, int width, uint8_t *q, float *scale) {
  I most = {0};
  for (int k = 0; k < width; k += 16) {
    I size = (I)LOAD(row + k) & 0x7fffffff;  // whole numbers order positive floats as well
    I larger = size > most;
    most = (larger & size) | (~larger & most);
  }
  float top = FLOATS(highest)((V)most);
  top = top > 1e-9f ? top : 1e-9f;
  *scale = top / 63.0f;
  float factor = 63.0f / top;
  for (int k = 0; k < width; k += 16) {
    V x = LOAD(row + k) * factor + 12582912.0f;
    I whole = (I)x - (0x4B400000 - 64);
    *(FLOATS(loose_bytes) *)(q + k) =
        (FLOATS(loose_bytes))__builtin_convertvector(whole, FLOATS(bytes));
  }
}

static void FLOATS(embed)(const kg_network *n, uint16_t id, int position, int shape, float *row) {
  const int8_t *word = n->word + (size_t)id * HIDDEN;
  const float *place = n->position + (size_t)position * HIDDEN;
  const float *letters = n->shape + (size_t)shape * HIDDEN;
  float scale = n->word_scale[id];
  for (int k = 0; k < HIDDEN; k += 16) {
    V w = __builtin_convertvector(*(const FLOATS(loose_small) *)(word + k), V) * scale;
    V sum = w + LOAD(place + k);
    STORE(row + k, sum + LOAD(letters + k));
  }
}

static void FLOATS(norm)(float *row, const kg_norm *norm, uint8_t *q, float *scale) {
  V total = {0}, spread = {0};
  for (int k = 0; k < HIDDEN; k += 16) total = total + LOAD(row + k);
  float mean = FLOATS(sum)(total) / HIDDEN;
  for (int k = 0; k < HIDDEN; k += 16) {
    V d = LOAD(row + k) - mean;
    spread = spread + d * d;
  }
  float factor = 1.0f / __builtin_sqrtf(FLOATS(sum)(spread) / HIDDEN + 1e-12f);
  for (int k = 0; k < HIDDEN; k += 16) {
    V d = (LOAD(row + k) - mean) * factor;
    V y = d * LOAD(norm->weight + k);
    STORE(row + k, y + LOAD(norm->bias + k));
  }
  FLOATS(quantise)(row, HIDDEN, q, scale);
}

static void FLOATS(add_norm)(
    float *row, const float *other, const kg_norm *norm, uint8_t *q, float *scale) {
  for (int k = 0; k < HIDDEN; k += 16) STORE(row + k, LOAD(row + k) + LOAD(other + k));
  FLOATS(norm)(row, norm, q, scale);
}

/// GELU with Abramowitz and Stegun's erf (7.1.26, wrong by at most 1.5e-7).
static void FLOATS(gelu)(float *row, int width, uint8_t *q, float *scale) {
  const V one = FLOATS(all)(1.0f);
  for (int k = 0; k < width; k += 16) {
    V x = LOAD(row + k);
    I sign = (I)x & (int32_t)0x80000000;
    V z = (V)((I)x & 0x7fffffff) * 0.70710678f;
    V t = one / (z * 0.3275911f + 1.0f);
    V p = FLOATS(all)(1.061405429f);
    p = p * t - 1.453152027f;
    p = p * t + 1.421413741f;
    p = p * t - 0.284496736f;
    p = p * t + 0.254829592f;
    p = p * t;
    V erf = one - p * FLOATS(exp)(-(z * z));
    erf = (V)((I)erf | sign);
    STORE(row + k, x * 0.5f * (erf + 1.0f));
  }
  FLOATS(quantise)(row, width, q, scale);
}

/// Attention of one sentence. `scratch` holds a head's keys, turned, and four rows of weights.
static void FLOATS(attention)(const float *qkv, int pieces, float *scratch, float *output) {
  const int padded = (pieces + 15) / 16 * 16;
  float *keys = scratch, *weights = scratch + (size_t)WIDTH * (size_t)padded;
  for (int head = 0; head < HEADS; head++) {
    const float *queries = qkv + head * WIDTH, *k = queries + HIDDEN, *v = k + HIDDEN;
    for (int d = 0; d < WIDTH; d++) {
      float *turned = keys + (size_t)d * (size_t)padded;
      for (int j = 0; j < pieces; j++) turned[j] = k[(size_t)j * 3 * HIDDEN + d];
      for (int j = pieces; j < padded; j++) turned[j] = 0;
    }
    for (int i = 0; i < pieces; i += 4) {
      const float *q[4];
      float share[4];
      for (int r = 0; r < 4; r++) {
        int row = i + r < pieces ? i + r : i;
        q[r] = queries + (size_t)row * 3 * HIDDEN;
      }
      for (int j = 0; j < padded; j += 16) {
        V a[4] = {{0}, {0}, {0}, {0}};
        for (int d = 0; d < WIDTH; d++) {
          V key = LOAD(keys + (size_t)d * (size_t)padded + j);
#pragma clang loop unroll(full)
          for (int r = 0; r < 4; r++) a[r] = a[r] + key * q[r][d];
        }
#pragma clang loop unroll(full)
        for (int r = 0; r < 4; r++) STORE(weights + r * padded + j, a[r] * 0.17677669529f);
      }
      for (int r = 0; r < 4; r++) {
        float *w = weights + r * padded;
        for (int j = pieces; j < padded; j++) w[j] = -1e30f;
        V most = LOAD(w);
        for (int j = 16; j < padded; j += 16) {
          V x = LOAD(w + j);
          most = FLOATS(choose)(x > most, x, most);
        }
        float top = FLOATS(highest)(most);
        for (int j = 0; j < padded; j += 16) STORE(w + j, FLOATS(exp)(LOAD(w + j) - top));
        for (int j = pieces; j < padded; j++) w[j] = 0;
        V total = {0};
        for (int j = 0; j < padded; j += 16) total = total + LOAD(w + j);
        share[r] = 1.0f / FLOATS(sum)(total);
      }
      V a[4][2] = {{{0}, {0}}, {{0}, {0}}, {{0}, {0}}, {{0}, {0}}};
      for (int j = 0; j < pieces; j++) {
        const float *value = v + (size_t)j * 3 * HIDDEN;
        V v0 = LOAD(value), v1 = LOAD(value + 16);
#pragma clang loop unroll(full)
        for (int r = 0; r < 4; r++) {
          float w = weights[r * padded + j];
          a[r][0] = a[r][0] + v0 * w;
          a[r][1] = a[r][1] + v1 * w;
        }
      }
#pragma clang loop unroll(full)
      for (int r = 0; r < 4; r++) {
        if (i + r >= pieces) continue;
        float *y = output + (size_t)(i + r) * HIDDEN + head * WIDTH;
        STORE(y, a[r][0] * share[r]);
        STORE(y + 16, a[r][1] * share[r]);
      }
    }
  }
}

static void FLOATS(mean)(const float *first, int pieces, float *output) {
  float count = (float)pieces;
  for (int k = 0; k < HIDDEN; k += 16) {
    V total = LOAD(first + k);
    for (int i = 1; i < pieces; i++) total = total + LOAD(first + (size_t)i * HIDDEN + k);
    STORE(output + k, total / count);
  }
}

static void FLOATS(leaky)(float *row, int width) {
  for (int k = 0; k < width; k += 16) {
    V x = LOAD(row + k);
    STORE(row + k, FLOATS(choose)(x < (V){0}, x * 0.1f, x));
  }
}

static float FLOATS(dot)(const float *a, const float *b, int width) {
  V total = {0};
  for (int k = 0; k < width; k += 16) total = total + LOAD(a + k) * LOAD(b + k);
  return FLOATS(sum)(total);
}

/// The softmax of `chosen` among the scores but the skipped one.
static float FLOATS(share)(const float *scores, int count, int skipped, int chosen) {
  float top = scores[chosen];
  for (int i = 0; i < count; i++) top = i != skipped && scores[i] > top ? scores[i] : top;
  V total = {0}, own = {0};
  for (int k = 0; k < count; k += 16) {
    V x = FLOATS(all)(-1e30f);
    for (int i = 0; i < 16 && k + i < count; i++) {
      if (k + i != skipped) x[i] = scores[k + i] - top;
    }
    V e = FLOATS(exp)(x);
    if (chosen / 16 == k / 16) own = e;
    total = total + e;
  }
  return own[chosen % 16] / FLOATS(sum)(total);
}

static const kg_floats FLOATS(functions) = {
    .embed = FLOATS(embed),
    .norm = FLOATS(norm),
    .add_norm = FLOATS(add_norm),
    .quantise = FLOATS(quantise),
    .gelu = FLOATS(gelu),
    .attention = FLOATS(attention),
    .mean = FLOATS(mean),
    .leaky = FLOATS(leaky),
    .dot = FLOATS(dot),
    .share = FLOATS(share),
};

#undef V
#undef I
#undef INLINE
#undef LOAD
#undef STORE
