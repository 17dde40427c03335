extern "C" {
    fn c_answer(half: i32) -> i32;
}

fn main() {
    let answer = unsafe { c_answer(21) };
    println!("C says {answer} on {}-{}", std::env::consts::ARCH, std::env::consts::OS);
}
