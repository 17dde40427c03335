void __cxa_call_terminate(void *exception) {
    (void)exception;
}
