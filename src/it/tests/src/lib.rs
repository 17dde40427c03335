//! What is tested on every target.

/// Adds.
///
/// ```
/// assert_eq!(portable::add(1, 2), 3);
/// ```
///
/// ```should_panic
/// portable::add(u32::MAX, 1);
/// ```
pub fn add(a: u32, b: u32) -> u32 {
    a.checked_add(b).expect("too large")
}

/// The bytes of a number, in an order that its author took for granted.
pub fn bytes_of(number: u32) -> [u8; 4] {
    number.to_ne_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds() {
        assert_eq!(add(2, 2), 4);
    }

    #[test]
    fn bytes_of_a_number() {
        assert_eq!(bytes_of(1), [1, 0, 0, 0], "the least first");
    }

    #[test]
    #[should_panic(expected = "too large")]
    fn overflows() {
        add(u32::MAX, 1);
    }

    #[test]
    #[ignore = "it always fails"]
    fn later() {
        panic!("not yet");
    }

    #[test]
    fn reads_a_file_of_the_crate() {
        let text = std::fs::read_to_string("Cargo.toml").unwrap();
        assert!(text.contains("portable"));
        let absolute = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        assert_eq!(std::fs::read_to_string(absolute).unwrap(), text);
    }
}
