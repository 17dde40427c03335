extern "C" {
    fn answer_of(seed: i32) -> i32;
}

#[no_mangle]
pub extern "C" fn native_answer() -> i32 {
    unsafe { answer_of(21) }
}
