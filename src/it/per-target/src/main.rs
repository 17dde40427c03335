#[cfg(feature = "broken")]
compile_error!("asked to break");

// glibc has it since 2.30: with an older floor it cannot be linked.
#[cfg(all(target_arch = "x86_64", target_env = "gnu"))]
extern "C" {
    fn gettid() -> i32;
}

fn main() {
    #[cfg(all(target_arch = "x86_64", target_env = "gnu"))]
    assert!(unsafe { gettid() } > 0);
    println!(
        "{} common={} small={} fast={} {}",
        std::env::consts::ARCH,
        cfg!(feature = "common"),
        cfg!(feature = "small"),
        cfg!(fast),
        env!("GREETING")
    );
}
