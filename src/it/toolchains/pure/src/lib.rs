#[no_mangle]
pub extern "C" fn pure_answer() -> i32 {
    std::panic::catch_unwind(|| 42).unwrap_or_default()
}
