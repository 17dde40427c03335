void __cxa_call_terminate(void *);

int answer(void) {
    static volatile int broken;
    if (broken) {
        __cxa_call_terminate(0);
    }
    return 42;
}
