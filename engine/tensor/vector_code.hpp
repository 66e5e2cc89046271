// Marks a loop over floats that the compiler should turn into vector code: one copy for each width of vectors, chosen when the program
// starts. Without traps a choice is one instruction.
#pragma once

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define GANVAS_VECTOR_CODE [[gnu::optimize("O3", "no-trapping-math"), gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define GANVAS_VECTOR_CODE
#endif
