extern "C" {
    fn answer(seed: i32) -> i32;
}

#[no_mangle]
pub extern "C" fn exported_answer() -> i32 {
    unsafe { answer(21) }
}
