use std::ffi::c_char;

extern "C" {
    fn c_answer(text: *const c_char) -> i32;
}

fn main() {
    println!("C {}", unsafe { c_answer(c"five!".as_ptr()) });
}
