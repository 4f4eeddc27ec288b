// int8 matrix products. Every kernel gives the same integers, and then the same floats:
// activations have 7 bits, so that vpmaddubsw's 16-bit pairs (at most 2 * 127 * 127) never saturate.
#include "network.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

static void plain(
    const uint8_t *input, const float *input_scale, int rows, const kg_linear *l, float *output) {
  for (int n = 0; n < l->rows; n += 16) {
    const int8_t *w = l->weight + (size_t)n * (size_t)l->width;
    for (int m = 0; m < rows; m++) {
      const uint8_t *x = input + (size_t)m * (size_t)l->width;
      int32_t sum[16] = {0};
      for (int k = 0; k < l->width; k += 4) {
        for (int j = 0; j < 16; j++) {
          const int8_t *v = w + k * 16 + j * 4;
          sum[j] += v[0] * x[k] + v[1] * x[k + 1] + v[2] * x[k + 2] + v[3] * x[k + 3];
        }
      }
      float *y = output + (size_t)m * (size_t)l->rows + n;
      for (int j = 0; j < 16; j++) {
        float scale = input_scale[m] * l->scale[n + j];
        float product = (float)(sum[j] - l->compensation[n + j]) * scale;
        y[j] = product + l->bias[n + j];
      }
    }
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

static inline int32_t four_bytes(const uint8_t *p) {
  int32_t v;
  memcpy(&v, p, 4);
  return v;
}

#define VNNI_ROWS 6
__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))) static void vnni(
    const uint8_t *input, const float *input_scale, int rows, const kg_linear *l, float *output) {
  const size_t width = (size_t)l->width, stride = (size_t)l->rows;
  for (int n = 0; n < l->rows; n += 32) {
    const int8_t *w0 = l->weight + (size_t)n * width, *w1 = w0 + width * 16;
    for (int m = 0; m < rows; m += VNNI_ROWS) {
      int count = rows - m < VNNI_ROWS ? rows - m : VNNI_ROWS;
      __m512i a[VNNI_ROWS][2];
      const uint8_t *x[VNNI_ROWS];
#pragma clang loop unroll(full)
      for (int r = 0; r < VNNI_ROWS; r++) {
        a[r][0] = a[r][1] = _mm512_setzero_si512();
        x[r] = input + (size_t)(m + (r < count ? r : 0)) * width;
      }
      for (size_t k = 0; k < width; k += 4) {
        __m512i v0 = _mm512_load_si512(w0 + k * 16), v1 = _mm512_load_si512(w1 + k * 16);
#pragma clang loop unroll(full)
        for (int r = 0; r < VNNI_ROWS; r++) {
          __m512i t = _mm512_set1_epi32(four_bytes(x[r] + k));
          a[r][0] = _mm512_dpbusd_epi32(a[r][0], t, v0);
          a[r][1] = _mm512_dpbusd_epi32(a[r][1], t, v1);
        }
      }
#pragma clang loop unroll(full)
      for (int r = 0; r < VNNI_ROWS; r++) {
        if (r >= count) continue;
        __m512 s = _mm512_set1_ps(input_scale[m + r]);
#pragma clang loop unroll(full)
        for (int h = 0; h < 2; h++) {
          int at = n + 16 * h;
          __m512i sum = _mm512_sub_epi32(a[r][h], _mm512_load_si512(l->compensation + at));
          __m512 scale = _mm512_mul_ps(s, _mm512_load_ps(l->scale + at));
          __m512 product = _mm512_mul_ps(_mm512_cvtepi32_ps(sum), scale);
          __m512 y = _mm512_add_ps(product, _mm512_load_ps(l->bias + at));
          _mm512_storeu_ps(output + (size_t)(m + r) * stride + at, y);
        }
      }
    }
  }
}

#define AVX2_ROWS 4
__attribute__((target("avx2"))) static void avx2(
    const uint8_t *input, const float *input_scale, int rows, const kg_linear *l, float *output) {
  const size_t width = (size_t)l->width, stride = (size_t)l->rows;
  const __m256i one = _mm256_set1_epi16(1);
  for (int n = 0; n < l->rows; n += 16) {
    const int8_t *w = l->weight + (size_t)n * width;
    for (int m = 0; m < rows; m += AVX2_ROWS) {
      int count = rows - m < AVX2_ROWS ? rows - m : AVX2_ROWS;
      __m256i a[AVX2_ROWS][2];
      const uint8_t *x[AVX2_ROWS];
#pragma clang loop unroll(full)
      for (int r = 0; r < AVX2_ROWS; r++) {
        a[r][0] = a[r][1] = _mm256_setzero_si256();
        x[r] = input + (size_t)(m + (r < count ? r : 0)) * width;
      }
      for (size_t k = 0; k < width; k += 4) {
        __m256i v0 = _mm256_load_si256((const __m256i *)(w + k * 16));
        __m256i v1 = _mm256_load_si256((const __m256i *)(w + k * 16 + 32));
#pragma clang loop unroll(full)
        for (int r = 0; r < AVX2_ROWS; r++) {
          __m256i t = _mm256_set1_epi32(four_bytes(x[r] + k));
          __m256i p0 = _mm256_madd_epi16(_mm256_maddubs_epi16(t, v0), one);
          __m256i p1 = _mm256_madd_epi16(_mm256_maddubs_epi16(t, v1), one);
          a[r][0] = _mm256_add_epi32(a[r][0], p0);
          a[r][1] = _mm256_add_epi32(a[r][1], p1);
        }
      }
#pragma clang loop unroll(full)
      for (int r = 0; r < AVX2_ROWS; r++) {
        if (r >= count) continue;
        __m256 s = _mm256_set1_ps(input_scale[m + r]);
#pragma clang loop unroll(full)
        for (int h = 0; h < 2; h++) {
          int at = n + 8 * h;
          __m256i correction = _mm256_load_si256((const __m256i *)(l->compensation + at));
          __m256i sum = _mm256_sub_epi32(a[r][h], correction);
          __m256 scale = _mm256_mul_ps(s, _mm256_load_ps(l->scale + at));
          __m256 product = _mm256_mul_ps(_mm256_cvtepi32_ps(sum), scale);
          __m256 y = _mm256_add_ps(product, _mm256_load_ps(l->bias + at));
          _mm256_storeu_ps(output + (size_t)(m + r) * stride + at, y);
        }
      }
    }
  }
}
#endif

#if defined(__aarch64__)
#include <arm_neon.h>

#define NEON_ROWS 4
static void neon(
    const uint8_t *input, const float *input_scale, int rows, const kg_linear *l, float *output) {
  const size_t width = (size_t)l->width, stride = (size_t)l->rows;
  const int8x16_t offset = vdupq_n_s8(64);
  for (int n = 0; n < l->rows; n += 16) {
    const int8_t *w = l->weight + (size_t)n * width;
    for (int m = 0; m < rows; m += NEON_ROWS) {
      int count = rows - m < NEON_ROWS ? rows - m : NEON_ROWS;
      int32x4_t a[NEON_ROWS][4];
      for (int r = 0; r < NEON_ROWS; r++)
        for (int h = 0; h < 4; h++) a[r][h] = vdupq_n_s32(0);
      for (size_t k = 0; k < width; k += 4) {
        int8x16_t v[4];
        for (int h = 0; h < 4; h++) v[h] = vld1q_s8(w + k * 16 + h * 16);
        for (int r = 0; r < NEON_ROWS; r++) {
          const uint8_t *x = input + (size_t)(m + (r < count ? r : 0)) * width + k;
          int32_t four;
          memcpy(&four, x, 4);
          int8x16_t t = vsubq_s8(vreinterpretq_s8_s32(vdupq_n_s32(four)), offset);
          for (int h = 0; h < 4; h++) {
#if defined(__ARM_FEATURE_DOTPROD)
            a[r][h] = vdotq_s32(a[r][h], v[h], t);
#else
            int16x8_t low = vmull_s8(vget_low_s8(v[h]), vget_low_s8(t));
            int16x8_t high = vmull_s8(vget_high_s8(v[h]), vget_high_s8(t));
            int32x4_t sums = vpaddq_s32(vpaddlq_s16(low), vpaddlq_s16(high));
            a[r][h] = vaddq_s32(a[r][h], sums);
#endif
          }
        }
      }
      for (int r = 0; r < count; r++) {
        for (int h = 0; h < 4; h++) {
          // The offset is taken off the activations here, so there is nothing to compensate.
          int at = n + 4 * h;
          float32x4_t scale = vmulq_n_f32(vld1q_f32(l->scale + at), input_scale[m + r]);
          float32x4_t product = vmulq_f32(vcvtq_f32_s32(a[r][h]), scale);
          float32x4_t y = vaddq_f32(product, vld1q_f32(l->bias + at));
          vst1q_f32(output + (size_t)(m + r) * stride + at, y);
        }
      }
    }
  }
}
#endif

void kg_gemm(
    kg_kernel kernel, const uint8_t *input, const float *input_scale, int rows,
    const kg_linear *linear, float *output) {
  switch (kernel) {
#if defined(__x86_64__)
    case KG_VNNI: vnni(input, input_scale, rows, linear, output); return;
    case KG_AVX2: avx2(input, input_scale, rows, linear, output); return;
#elif defined(__aarch64__)
    case KG_NEON: neon(input, input_scale, rows, linear, output); return;
#endif
    default: plain(input, input_scale, rows, linear, output);
  }
}
