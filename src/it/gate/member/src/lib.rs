extern "C" {
    fn answer() -> i32;
}

#[no_mangle]
pub extern "C" fn native_answer() -> i32 {
    unsafe { answer() }
}
