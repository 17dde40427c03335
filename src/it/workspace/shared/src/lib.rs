pub fn greeting(side: &str) -> String {
    format!("{side} on {}", std::env::consts::OS)
}
