// Has the library linked whose function is named below.
use libz_sys as _;

extern "C" {
    fn zlibVersion() -> *const std::ffi::c_char;
}

fn version() -> String {
    unsafe { std::ffi::CStr::from_ptr(zlibVersion()) }.to_string_lossy().into_owned()
}

fn main() {
    println!("zlib {}", version());
}

#[cfg(test)]
mod tests {
    #[test]
    fn zlib_of_the_picked_packages() {
        assert_eq!(super::version().split('.').next(), Some("1"));
    }
}
