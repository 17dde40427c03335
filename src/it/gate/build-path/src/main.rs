extern "C" {
    fn place() -> *const std::ffi::c_char;
}

fn main() {
    println!("{}", unsafe { std::ffi::CStr::from_ptr(place()) }.to_str().unwrap());
}
