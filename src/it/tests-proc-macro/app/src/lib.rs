//! Uses the macro.

/// Three.
pub fn three() -> i32 {
    mac::same!(3)
}

#[cfg(test)]
mod tests {
    #[test]
    fn runs_on_the_target() {
        assert!(cfg!(target_env = "musl"));
        assert_eq!(super::three(), 3);
    }
}
