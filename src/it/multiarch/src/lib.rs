//! Uses one thing of each library.

use std::ffi::CStr;

/// What the libraries say of themselves.
pub fn report() -> String {
    let zlib = unsafe { CStr::from_ptr(libz_sys::zlibVersion()) };
    format!("{}, zlib {}", openssl::version::version(), zlib.to_string_lossy())
}

#[cfg(test)]
mod tests {
    #[test]
    fn libraries_of_the_machine_are_used() {
        println!("linked: {}", super::report());
        let digest = openssl::hash::hash(openssl::hash::MessageDigest::sha256(), b"x").unwrap();
        assert_eq!(digest[..2], [0x2d, 0x71]);
    }
}
