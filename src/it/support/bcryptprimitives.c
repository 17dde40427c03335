/*
 * bcryptprimitives.dll for running Rust programs under the wine 8.0 of Debian 12.
 *
 * Rust's standard library imports ProcessPrng from this DLL, which wine has only since a later
 * version: without it a program ends before main. SystemFunction036 of advapi32 is RtlGenRandom.
 *
 *   x86_64-w64-mingw32-gcc -shared -o bcryptprimitives.dll bcryptprimitives.c -ladvapi32
 *
 * The DLL goes beside the .exe. For tests only; Windows has its own.
 */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return SystemFunction036(data, (ULONG)length);
}
