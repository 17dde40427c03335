use std::ffi::{c_char, c_int};

extern "C" {
    fn c_answer(text: *const c_char) -> i32;
    fn cpp_answer() -> c_int;
}

macros::nothing!();

/// What C says, and what C++ says.
pub fn answers() -> (i32, i32) {
    unsafe { (c_answer(c"five!".as_ptr()), cpp_answer()) }
}

#[no_mangle]
pub extern "C" fn full_answer() -> i32 {
    answers().0 + answers().1
}
