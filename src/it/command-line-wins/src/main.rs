fn main() {
    let features = [
        ("standard", cfg!(feature = "standard")),
        ("pom", cfg!(feature = "pom")),
        ("nested", cfg!(feature = "nested")),
        ("line", cfg!(feature = "line")),
        ("more", cfg!(feature = "more")),
    ];
    let on: Vec<&str> = features.iter().filter(|(_, on)| *on).map(|(name, _)| *name).collect();
    println!(
        "{} features={} debug={} greeting={}",
        std::env::consts::ARCH,
        on.join(","),
        cfg!(debug_assertions),
        env!("GREETING")
    );
}
