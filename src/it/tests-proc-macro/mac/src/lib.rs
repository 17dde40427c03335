//! A macro that changes nothing.
//!
//! ```
//! assert_eq!(mac::same!(1), 1);
//! ```

use proc_macro::TokenStream;

/// What it is given.
#[proc_macro]
pub fn same(input: TokenStream) -> TokenStream {
    input
}

#[cfg(test)]
mod tests {
    #[test]
    fn runs_in_the_compilers_place() {
        assert!(cfg!(target_env = "gnu"));
    }
}
