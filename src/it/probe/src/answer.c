int answer(int seed) {
#ifdef FOR_THE_HOST
    return -1;
#else
    return seed * 2;
#endif
}
