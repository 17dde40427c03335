fn main() {
    println!("{}", shared::greeting("left"));
}
