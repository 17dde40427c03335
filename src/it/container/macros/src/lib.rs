use proc_macro::TokenStream;

/// What the proc-macro was itself compiled with.
#[proc_macro]
pub fn flags_of_the_macro(_: TokenStream) -> TokenStream {
    let flags = [cfg!(from_env), cfg!(from_build), cfg!(from_target)];
    format!("{:?}", flags).parse().unwrap()
}
