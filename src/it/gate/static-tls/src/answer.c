static __thread int calls = 41;

int answer(void) {
    return ++calls;
}
