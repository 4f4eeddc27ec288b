// Which kernels this processor can run.
#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE 1
#include <sched.h>
#endif

#include "network.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool kg_kernel_available(kg_kernel kernel) {
  switch (kernel) {
    case KG_PLAIN: return true;
#if defined(__x86_64__)
    case KG_AVX2: return __builtin_cpu_supports("avx2");
    case KG_VNNI:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
          && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")
          && __builtin_cpu_supports("avx512vnni");
#elif defined(__aarch64__)
    case KG_NEON: return true;
#endif
    default: return false;
  }
}

kg_kernel kg_kernel_best(void) {
  static const char *const names[] = {"plain", "avx2", "vnni", "neon"};
  const char *wanted = getenv("KG_KERNEL");
  for (int k = KG_NEON; k >= 0; k--) {
    bool named = wanted && strcmp(wanted, names[k]) == 0;
    if (named && kg_kernel_available((kg_kernel)k)) return (kg_kernel)k;
  }
  for (int k = KG_NEON; k > 0; k--) {
    if (kg_kernel_available((kg_kernel)k)) return (kg_kernel)k;
  }
  return KG_PLAIN;
}

int32_t kg_take_next(int32_t *counter) {
  return __atomic_fetch_add(counter, 1, __ATOMIC_RELAXED);
}

int32_t kg_core_count(void) {
#if defined(__linux__)
  // Containers and `taskset` allow fewer cores than the machine has.
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return CPU_COUNT(&allowed);
#endif
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  return cores > 0 ? (int32_t)cores : 1;
}
