fn main() {
    println!("{}", shared::greeting("right"));
}
