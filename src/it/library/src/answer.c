int answer_of(int seed) {
    return seed * 2;
}
