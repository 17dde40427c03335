fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    println!("{} without a prebuilt std, {} words", std::env::consts::ARCH, words.len());
}
