fn main() {
    println!("{}", portable::add(1, 2));
}
