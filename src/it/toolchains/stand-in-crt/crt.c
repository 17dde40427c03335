/* As much of Microsoft's C library as Rust's std and the test's own code ask the linker for. */
#include <stddef.h>

int _fltused = 1;

/* IMAGE_TLS_DIRECTORY64 of the PE format: where each thread's copy of its variables comes from. */
unsigned long _tls_index = 0;
#pragma section(".tls", long, read, write)
#pragma section(".tls$ZZZ", long, read, write)
__declspec(allocate(".tls")) char *_tls_start = 0;
__declspec(allocate(".tls$ZZZ")) char *_tls_end = 0;
static void *callbacks[] = {0};
const struct {
  void *start, *end, *index, *callbacks;
  unsigned long zeros, characteristics;
} _tls_used = {&_tls_start, &_tls_end, &_tls_index, callbacks, 0, 0};

int _DllMainCRTStartup(void *module, unsigned long reason, void *reserved) {
  (void)module, (void)reason, (void)reserved;
  return 1;
}

void *memcpy(void *to, const void *from, size_t size) {
  unsigned char *target = to;
  const unsigned char *source = from;
  while (size-- > 0) *target++ = *source++;
  return to;
}

void *memmove(void *to, const void *from, size_t size) {
  unsigned char *target = to;
  const unsigned char *source = from;
  if (target <= source) return memcpy(to, from, size);
  while (size-- > 0) target[size] = source[size];
  return to;
}

void *memset(void *to, int value, size_t size) {
  unsigned char *target = to;
  while (size-- > 0) *target++ = (unsigned char)value;
  return to;
}

int memcmp(const void *one, const void *other, size_t size) {
  const unsigned char *left = one, *right = other;
  for (; size > 0; size--, left++, right++)
    if (*left != *right) return *left - *right;
  return 0;
}

size_t strlen(const char *text) {
  size_t length = 0;
  while (text[length] != 0) length++;
  return length;
}

int __CxxFrameHandler3(void) { return 0; }
void _CxxThrowException(void *object, void *type) { (void)object, (void)type; }
void __chkstk(void) {}

/* type_info's table of virtual functions, which the description of a panic refers to. */
void *const type_info_table[2] __asm__("??_7type_info@@6B@") = {0, 0};
