int answer(int seed) {
    return seed * 2;
}

/* Real crates use it, so it has to compile, although zig by itself takes it for an error. */
const char *built(void) { return __DATE__ " " __TIME__; }
