extern "C" {
    fn cpp_answer() -> i32;
}

fn main() {
    let answer = unsafe { cpp_answer() };
    println!("C++ says {answer} on {}-{}", std::env::consts::ARCH, std::env::consts::OS);
}
