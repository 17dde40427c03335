#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED
#endif

int area(int width, int height);

EXPORTED int square(int side) { return area(side, side); }
