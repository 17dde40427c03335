int c_answer(int half) {
    return half * 2;
}
