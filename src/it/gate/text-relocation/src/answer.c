static int value = 42;

int *const place = &value;

int answer(void) {
    return *place;
}
