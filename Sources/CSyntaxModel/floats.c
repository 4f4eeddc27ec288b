// The float code for the baseline processor, and on x86 for AVX2 and AVX-512 as well.
#include "network.h"

// A fused multiply-add rounds once instead of twice: machines that have it would give other trees.
#pragma STDC FP_CONTRACT OFF

// Sixteen lanes pass between functions only where they are inlined, so no calling convention matters.
#pragma clang diagnostic ignored "-Wpsabi"

#define FLOATS(name) plain_##name
#include "floats_body.h"
#undef FLOATS

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define FLOATS(name) avx2_##name
#include "floats_body.h"
#undef FLOATS
#pragma clang attribute pop

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq"))), apply_to = function)
#define FLOATS(name) avx512_##name
#include "floats_body.h"
#undef FLOATS
#pragma clang attribute pop
#endif

const kg_floats *kg_floats_for(kg_kernel kernel) {
#if defined(__x86_64__)
  if (kernel == KG_VNNI) return &avx512_functions;
  if (kernel == KG_AVX2) return &avx2_functions;
#endif
  (void)kernel;
  return &plain_functions;
}
