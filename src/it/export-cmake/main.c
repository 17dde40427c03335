#include <stdio.h>

int square(const char *side);
int letters(const char *name);

int main(void) {
  printf("%d %d %d\n", square("7"), letters("CMake"), letters(""));
  return 0;
}
