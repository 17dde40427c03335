fn main() {
    println!("slept well");
}
