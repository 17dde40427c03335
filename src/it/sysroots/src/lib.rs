//! Uses one thing of each library.

use std::ffi::CStr;

// Has the library linked whose function the bindings below name.
use libz_sys as _;

#[allow(non_upper_case_globals, dead_code)]
mod system {
    include!(concat!(env!("OUT_DIR"), "/system.rs"));
}

extern "C" {
    fn openssl_major() -> i32;
}

/// Whether the part of OpenSSL that has TLS can be used.
pub fn tls() -> bool {
    openssl::ssl::SslConnector::builder(openssl::ssl::SslMethod::tls()).is_ok()
}

/// What the headers said when this was compiled, and what the libraries say of themselves now.
pub fn report() -> Vec<String> {
    let text = |pointer| unsafe { CStr::from_ptr(pointer) }.to_string_lossy().into_owned();
    vec![
        format!("pointers {}", system::POINTER_BYTES),
        format!("openssl header {}", unsafe { openssl_major() }),
        format!("openssl {}", openssl::version::version()),
        format!("zlib {}", text(unsafe { system::zlibVersion() })),
        format!("sqlite {}", text(unsafe { libsqlite3_sys::sqlite3_libversion() })),
        format!("alsa {}", text(unsafe { alsa_sys::snd_asoundlib_version() })),
    ]
}

#[cfg(test)]
mod tests {
    use std::ffi::CStr;

    #[test]
    fn libraries_are_of_the_releases_whose_headers_were_read() {
        let report = super::report();
        let major = report[1].strip_prefix("openssl header ").unwrap();
        assert!(report[2].starts_with(&format!("openssl OpenSSL {major}.")), "{report:?}");
        let zlib = CStr::from_bytes_with_nul(super::system::ZLIB_VERSION).unwrap().to_str().unwrap();
        assert_eq!(report[3], format!("zlib {zlib}"));
        assert_eq!(report[0], format!("pointers {}", std::mem::size_of::<usize>()));
        let sqlite = CStr::from_bytes_with_nul(libsqlite3_sys::SQLITE_VERSION).unwrap();
        assert_eq!(report[4], format!("sqlite {}", sqlite.to_str().unwrap()));
        let digest = openssl::hash::hash(openssl::hash::MessageDigest::sha256(), b"x").unwrap();
        assert_eq!(digest[0], 0x2d);
    }
}
