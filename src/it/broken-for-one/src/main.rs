#[cfg(target_arch = "aarch64")]
compile_error!("nobody has ported this to aarch64");

fn main() {
    println!("ported");
}
