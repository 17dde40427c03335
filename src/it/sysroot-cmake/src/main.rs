use std::ffi::CStr;

extern "C" {
    fn same_releases() -> i32;
}

fn zlib() -> &'static str {
    unsafe { CStr::from_ptr(libz_ng_sys::zlibVersion()) }.to_str().unwrap()
}

fn main() {
    println!("{} {}", zlib(), unsafe { same_releases() });
}

#[cfg(test)]
mod tests {
    #[test]
    fn zlib_ng_and_libraries_of_the_same_releases() {
        assert!(super::zlib().starts_with("2."), "not zlib-ng: {}", super::zlib());
        assert_eq!(unsafe { super::same_releases() }, 1);
    }
}
