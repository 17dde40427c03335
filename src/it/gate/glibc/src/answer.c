double pow(double, double);

int answer(void) {
    static volatile double some = 42;
    return (int)pow(some, some / 42);
}
