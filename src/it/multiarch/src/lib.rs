//! Uses one thing of each library.

use std::ffi::CStr;

// Has the library linked whose function is named below.
use libz_sys as _;

extern "C" {
    fn zlibVersion() -> *const std::ffi::c_char;
}

/// Whether the part of OpenSSL that has TLS can be used.
pub fn tls() -> bool {
    openssl::ssl::SslConnector::builder(openssl::ssl::SslMethod::tls()).is_ok()
}

/// What the libraries say of themselves.
pub fn report() -> String {
    let zlib = unsafe { CStr::from_ptr(zlibVersion()) }.to_string_lossy();
    let openssl = openssl::version::version();
    format!("{}, zlib {zlib}", openssl.split(' ').take(2).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    #[test]
    fn libraries_of_this_machine_are_used() {
        assert!(super::tls());
        assert!(super::report().starts_with("OpenSSL "));
    }
}
