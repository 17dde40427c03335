extern "C" {
    fn answer(seed: i32) -> i32;
}

fn main() {
    let answer = unsafe { answer(21) };
    println!("C says {answer} on {}-{}", std::env::consts::ARCH, std::env::consts::OS);
}
