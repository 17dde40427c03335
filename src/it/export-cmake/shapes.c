#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED
#endif

#include <stdlib.h>

int area(int width, int height);

EXPORTED int square(const char *side) { return area(atoi(side), atoi(side)); }
