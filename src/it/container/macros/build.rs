// A build script of a proc-macro: both are compiled for the host.
include!("../record.rs");

fn main() {
    record("macros-build-script");
}
