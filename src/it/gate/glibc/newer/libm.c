double pow(double base, double power) {
    return base * power;
}
