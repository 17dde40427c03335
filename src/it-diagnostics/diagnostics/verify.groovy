import io.github.rustcross.maven.it.FailingBuilds

def version = (new File(basedir, 'build.log').text =~ /rust-cross-maven-plugin:([^:\s]+):targets/)[0][1]
def builds = new FailingBuilds(basedir, localRepositoryPath, mavenHome, version)
def arm = 'aarch64-unknown-linux-gnu'
def armMusl = 'aarch64-unknown-linux-musl'
def amd = 'x86_64-unknown-linux-gnu'
def musl = 'x86_64-unknown-linux-musl'
def msvc = 'x86_64-pc-windows-msvc'
def mingw = 'x86_64-pc-windows-gnu'
def mac = 'aarch64-apple-darwin'
def power = 'powerpc-unknown-linux-gnu'
def riscv = 'riscv64gc-unknown-linux-gnu'
def own = '.cargo/config.toml'

/** What stands in .cargo/config.toml of a target. */
def config = { String triple, String lines -> "[target.$triple]\n$lines\n".toString() }

/** As plain cargo would build: nothing of the catalog's. */
def plain = { String id, String triple -> builds.of(id, triple).option('-Drust.crossToolchain=cargo') }

/** A build script that does something beside the build, as those of others do. */
def script = { String commands -> """\
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let status = std::process::Command::new("sh").arg("-c").arg(r#"$commands"#).status().unwrap();
    assert!(status.success(), "it failed");
}
""".toString() }

/** A build script that links libanswer.a of a folder; the program calls what is in it. */
def linked = { String folder -> """\
fn main() {
    println!("cargo::rustc-link-search=native={}/$folder", std::env::var("CARGO_MANIFEST_DIR").unwrap());
    println!("cargo::rustc-link-lib=static=answer");
}
""".toString() }
def calling = '''\
extern "C" { fn answer(x: i32) -> i32; }
fn main() {
    println!("{}", unsafe { answer(1) });
}
'''
/** Compiles a library as somebody else did, long before. */
def archive = { String compiler, String file, String folder ->
  "mkdir -p $folder && $compiler -c $file -o $folder/a.o && rm -f $folder/libanswer.a && ar rc $folder/libanswer.a $folder/a.o".toString()
}

builds.check {
  plain('linker-not-found', arm)
      .file(own, config(arm, 'linker = "aarch64-nope-gcc"'))
      .fails('the linker aarch64-nope-gcc is not on this machine')
      .follow(1)
      .follow(0).without(own).works()
}
builds.check {
  plain('msvc-link-exe', msvc)
      .fails("Microsoft's link.exe, which rustc takes for $msvc, is not on this machine".toString())
      .follow(1).works()
}
builds.check {
  plain('foreign-obj-bfd', arm)
      .file(own, config(arm, 'linker = "gcc"'))
      .fails("a linker of this machine was given objects of $arm".toString())
      .without(own).follow(1).works()
}
builds.check {
  plain('foreign-obj-lld', arm)
      .file(own, config(arm, 'linker = "clang"\nrustflags = ["-Clink-arg=-fuse-ld=lld"]'))
      .fails("a compiler of this machine links for elf64-x86-64, and was given objects of $arm".toString())
      .without(own).follow(0).works()
}
builds.check {
  plain('m64-unrecognised', amd)
      .file(own, config(amd, 'linker = "aarch64-linux-gnu-gcc"'))
      .fails('a compiler for another processor was called with -m64, which only compilers for x86 know')
      .without(own).follow(1).works()
}
builds.check {
  plain('apple-needs-clang', mac)
      .fails("a gcc was called to link for $mac, and does not know Apple's option -arch".toString())
      .follow(0).works()
}
builds.check {
  plain('apple-no-sdk-warning', mac)
      .file(own, config(mac, 'linker = "clang"'))
      .fails('there is no MacOSX SDK on this machine')
      .without(own).follow(0).works()
}
builds.check {
  builds.of('apple-framework', mac)
      .dependencies('core-foundation-sys = { path = "sys", optional = true }\n\n[features]\ndefault = ["core-foundation-sys"]')
      .file('sys/Cargo.toml', '[package]\nname = "core-foundation-sys"\nversion = "0.1.0"\nedition = "2021"\n')
      .file('sys/src/lib.rs', '''\
#[link(name = "CoreFoundation", kind = "framework")]
extern "C" { pub fn CFRelease(object: *const u8); }
''')
      .file('src/main.rs', '''\
fn main() {
    #[cfg(feature = "core-foundation-sys")]
    unsafe { core_foundation_sys::CFRelease(std::ptr::null()) }
}
''')
      .fails("CoreFoundation of Apple's SDK is not on this machine")
      .follow(0).edit('Cargo.toml', 'default = ["core-foundation-sys"]', '').works()
}
builds.check {
  plain('msvc-no-sdk-libs', msvc)
      .file(own, config(msvc, 'linker = "rust-lld"'))
      .fails("kernel32.lib of Microsoft's SDK is not where the linker looks")
      .follow(1).works()
}
builds.check {
  plain('mingw-libs-missing', mingw)
      .file(own, config(mingw, 'linker = "rust-lld"'))
      .fails("the import library of Windows's kernel32 is not on this machine")
      .follow(1)
      .without(own).follow(0).works()
}
builds.check {
  plain('libgcc-s-missing', arm)
      .file(own, config(arm, 'linker = "rust-lld"'))
      .fails("the linker finds no libgcc_s for $arm".toString())
      .without(own).follow(1).works()
}
builds.check {
  plain('bsd-lib-missing', 'x86_64-unknown-freebsd')
      .fails('the linker finds no libexecinfo, which is a library of freebsd')
      .follow(0).works()
}
builds.check {
  plain('crt-objects-missing', 'i686-unknown-linux-gnu')
      .fails('the compiler has no C library for i686-unknown-linux-gnu (Scrt1.o is missing)')
      .follow(1)
      .follow(0).works()
}
builds.check {
  def build = plain('incompatible-skipped', arm)
      .file(own, config(arm, 'linker = "aarch64-linux-gnu-gcc"'))
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .shell(archive('gcc', 'answer.c', 'here')).shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'there'))
      .file('build.rs', linked('here').replace('static=answer', 'answer'))
      .file('src/main.rs', calling)
  build.fails("${build.folder()}/here/libanswer.a is not for $arm, and the linker finds no other -lanswer".toString())
      .follow(0).edit('build.rs', 'here', 'there').works()
}
builds.check {
  plain('dlltool', mingw)
      .file(own, config(mingw, 'rustflags = ["-Cdlltool=/nowhere/dlltool"]'))
      .file('src/main.rs', '''\
#[link(name = "kernel32", kind = "raw-dylib")]
extern "system" { fn GetCurrentProcessId() -> u32; }
fn main() { println!("{}", unsafe { GetCurrentProcessId() }); }
''')
      .fails("rustc needs /nowhere/dlltool for $mingw, and cannot run it: No such file or directory (os error 2)".toString())
      .without(own).follow(1).follow(0).works()
}
builds.check {
  builds.of('no-std-target', 'thumbv6m-none-eabi')
      .without('src/main.rs').file('src/lib.rs', '#[no_mangle]\npub extern "C" fn answer() -> String { String::new() }\n')
      .edit('Cargo.toml', '[workspace]', '[lib]\ncrate-type = ["staticlib"]\n\n[workspace]')
      .fails('thumbv6m-none-eabi has no operating system and so no standard library, but the crate uses std')
      .without('src/lib.rs').follow(0, 'src/lib.rs', [:]).works()
}
builds.check {
  builds.of('unknown-triple', musl)
      .file('build.rs', script("rustc --target ${amd}.2.17 --print cfg"))
      .fails("rustc knows no target '${amd}.2.17'".toString())
      .without('build.rs').follow(0).works()
}
builds.check {
  builds.of('lld-feature-unstable', arm)
      .file(own, config(arm, 'rustflags = ["-Clinker-features=-lld"]'))
      .refused("the flag -Clinker-features=-lld is not stable for $arm".toString())
      .without(own).follow(0, own, [:]).works()
}
builds.check {
  plain('flavor-unstable', musl)
      .file(own, config(musl, 'rustflags = ["-Clinker-flavor=gnu-lld", "-Clinker=rust-lld"]'))
      .refused('the linker flavour gnu-lld cannot be used with a stable Rust')
      .file(own, config(musl, 'linker = "rust-lld"')).follow(0, own, [:]).works()
}
builds.check {
  plain('cdylib-crt-static', musl)
      .without('src/main.rs').file('src/lib.rs', '#[no_mangle]\npub extern "C" fn answer() -> i32 { 42 }\n')
      .edit('Cargo.toml', '[workspace]', '[lib]\ncrate-type = ["cdylib"]\n\n[workspace]')
      .option('-Drust.cargoArgs=--config=target.' + musl + '.rustflags=["-Ctarget-feature=+crt-static"]')
      .fails("rustc left the cdylib out, because it links $musl statically".toString())
      .option('-Drust.cargoArgs=').follow(0).works()
}
builds.check {
  plain('cc-tool-missing', armMusl)
      .dependencies('[build-dependencies]\ncc = "1"')
      .file('build.rs', 'fn main() { cc::Build::new().file("answer.c").compile("answer"); }\n')
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .file('src/main.rs', calling)
      .fails("a crate compiles C for $armMusl, and the compiler aarch64-linux-musl-gcc is not on this machine".toString())
      .follow(0).works()
}
builds.check {
  def build = plain('pkg-config-cross', arm)
      .dependencies('[build-dependencies]\npkg-config = "0.3"')
      .file(own, config(arm, 'linker = "aarch64-linux-gnu-gcc"'))
      .file('build.rs', 'fn main() { pkg_config::probe_library("answer").unwrap_or_else(|e| panic!("{e}")); }\n')
      .file('src/main.rs', calling)
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'sysroot/usr/lib'))
      .file('sysroot/usr/lib/pkgconfig/answer.pc', 'Name: answer\nDescription: the answer\nVersion: 1\nLibs: -L/usr/lib -lanswer\n')
  build.fails('a crate looks for a library of the system, and pkg-config knows those of this machine only')
      .follow(1, '', ['/path/to/sysroot': "${build.folder()}/sysroot".toString()]).works()
}
builds.check {
  def build = plain('syslib-missing', arm)
      .dependencies('[build-dependencies]\npkg-config = "0.3"')
      .file(own, config(arm, 'linker = "aarch64-linux-gnu-gcc"'))
      .file('build.rs', 'fn main() { pkg_config::probe_library("answer").unwrap_or_else(|e| panic!("{e}")); }\n')
      .file('src/main.rs', calling)
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'sysroot/usr/lib'))
      .file('sysroot/usr/lib/pkgconfig/answer.pc', 'Name: answer\nDescription: the answer\nVersion: 1\nLibs: -L/usr/lib -lanswer\n')
      .variable('PKG_CONFIG_SYSROOT_DIR', '/nowhere').variable('PKG_CONFIG_LIBDIR', '/nowhere')
  build.fails("the crate app needs the library answer, which pkg-config does not find for $arm".toString())
      .follow(1, '', ['/path/to/sysroot': "${build.folder()}/sysroot".toString()]).works()
}
builds.check {
  builds.of('isoc23', arm)
      .file('answer.c', 'extern long __isoc23_strtol(const char *, char **, int);\nint answer(int x) { return x + __isoc23_strtol("41", 0, 10); }\n')
      .shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'prebuilt'))
      .file('build.rs', linked('prebuilt')).file('src/main.rs', calling)
      .fails('__isoc23_strtol is missing, which only glibc 2.38 and newer have')
      .follow(1).works()
}
builds.check {
  builds.of('glibc-wrapper-symbols', arm)
      .file('answer.c', '#include <sys/random.h>\nint answer(int x) { return getrandom(&x, 1, 0); }\n')
      .shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'prebuilt'))
      .file('build.rs', linked('prebuilt')).file('src/main.rs', calling)
      .fails('getrandom is missing in the C library that is linked')
      .follow(0).works()
}
builds.check {
  builds.of('libatomic', power).option('-Drust.crossToolchain=gcc')
      .file('answer.c', 'long long n;\nint answer(int x) { return __atomic_fetch_add(&n, x, __ATOMIC_ACQ_REL); }\n')
      .shell(archive('powerpc-linux-gnu-gcc', 'answer.c', 'prebuilt'))
      .file('build.rs', linked('prebuilt')).file('src/main.rs', calling)
      .fails('__atomic_fetch_add_8 is missing, an atomic operation that the processor does not have')
      .follow(0).works()
}
builds.check {
  builds.of('libstdcxx-mix', arm)
      .file('answer.cpp', '#include <string>\nextern "C" int answer(int x) { std::string s(x, \'c\'); s += "abc"; return s.size(); }\n')
      .shell(archive('aarch64-linux-gnu-g++', 'answer.cpp', 'prebuilt'))
      .file('build.rs', linked('prebuilt'))
      .file('src/main.rs', calling)
      .fails('C++ code was compiled for another C++ library than the one that is linked, or none is linked')
      .follow(1).follow(0).edit('build.rs', '\n}', '\n//')
      .follow(3, 'build.rs', [:]).shell('echo "}" >> build.rs').works()
}
builds.check {
  builds.of('zig-linker-arg', arm)
      .file('build.rs', 'fn main() {\n    println!("cargo::rustc-link-arg=-Wl,--cref");\n}\n').file(own, '')
      .fails("zig's linker does not know the option --cref")
      .follow(0).follow(2).follow(1).works()
}
builds.check {
  plain('cargo-subcommand-missing', musl)
      .file('build.rs', script('cargo zigbuild'))
      .fails('cargo has no command zigbuild here')
      .without('build.rs').follow(0).works()
}
builds.check {
  builds.of('apt-loongarch', arm)
      .file('build.rs', script('apt-get install --simulate gcc-loongarch64-linux-gnu'))
      .fails('this distribution has no package gcc-loongarch64-linux-gnu')
      .follow(0).without('build.rs').follow(1).works()
}
builds.check {
  builds.of('strip-foreign', arm)
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .file('build.rs', script('aarch64-linux-gnu-gcc -g -c answer.c -o answer.o && strip -g answer.o'))
      .fails("this machine's strip was given a file of $arm".toString())
      .edit('build.rs', 'strip -g answer.o', 'llvm-strip -g answer.o').follow(2).works()
}
builds.check {
  builds.of('rust-target-missing', musl)
      .file('rust-toolchain.toml', '[toolchain]\nchannel = "1.85.0"\n')
      .file('build.rs', script('rustc --target wasm32-wasip1 --emit obj -o x.o src/main.rs'))
      .shell('rustup target remove wasm32-wasip1 2>&1 || true')
      .fails('the Rust that is used has no standard library for wasm32-wasip1')
      .follow(0).works()
      .shell('rustup target remove wasm32-wasip1 2>&1')
}
builds.check {
  def build = builds.of('proc-macro-crt', amd)
      .file('build.rs', 'fn main() {\n    println!("cargo::rerun-if-changed=build.rs");\n    let status = std::process::Command::new("cargo").args(["build"]).current_dir("tool").env("RUSTFLAGS", "-Ctarget-feature=+crt-static").env_remove("CARGO_ENCODED_RUSTFLAGS").status().unwrap();\n    assert!(status.success());\n}\n')
      .file('tool/Cargo.toml', '[package]\nname = "tool"\nversion = "0.1.0"\nedition = "2021"\n\n[workspace]\n\n[dependencies]\nmac = { path = "mac" }\n')
      .file('tool/src/main.rs', 'fn main() {}\n')
      .file('tool/mac/Cargo.toml', '[package]\nname = "mac"\nversion = "0.1.0"\nedition = "2021"\n\n[lib]\nproc-macro = true\n')
      .file('tool/mac/src/lib.rs', '')
  build.fails("the proc-macro mac v0.1.0 (${build.folder()}/tool/mac) cannot be built, because +crt-static reaches what is compiled for this machine".toString())
      .edit('build.rs', '.env("RUSTFLAGS", "-Ctarget-feature=+crt-static")', '').edit('build.rs', '"build"]', "\"build\", \"--target\", \"$amd\"]".toString())
      .follow(0, 'tool/.cargo/config.toml', [:]).works()
}
// Programs that do not run.
def test = 'fn main() {}\n\n#[test]\nfn two_and_two() {\n    assert_eq!(4, std::hint::black_box(2) + 2);\n}\n'
builds.check {
  builds.of('glibc-too-new', amd).tests().option('-Drust.glibc=2.39')
      .file('src/main.rs', 'fn main() {}\n\n#[test]\nfn rest() {\n    assert_eq!(1.0, std::hint::black_box(7.0f64) % std::hint::black_box(2.0));\n}\n')
      .fails('a program needs glibc 2.39, and the system that runs it has an older one')
      .follow(0).works()
}
builds.check {
  builds.of('exec-format', arm).tests().file('src/main.rs', test)
      .file(own, config(arm, 'runner = ["bash", "-c", "\\"$0\\" \\"$@\\""]'))
      .fails('this machine cannot run a program of another processor or system')
      .without(own).follow(0).follow(1).works()
}
builds.check {
  builds.of('exec-sh-fallback', arm).tests().file('src/main.rs', test)
      .file(own, config(arm, 'runner = "timeout 60"'))
      .fails('a shell read a program of another processor as a script')
      .without(own).follow(0).works()
}
builds.check {
  // Libraries of this one are not installed beside the machine's own.
  builds.of('qemu-no-loader', riscv).tests().file('src/main.rs', test)
      .file(own, config(riscv, 'runner = "qemu-riscv64"'))
      .fails("qemu-riscv64 finds no /lib/ld-linux-riscv64-lp64d.so.1, the loader of programs for $riscv".toString())
      .follow(1).follow(2).works()
}
builds.check {
  builds.of('illegal-instruction', musl).tests().file('src/main.rs', test)
      .file(own, config(musl, 'runner = "qemu-x86_64"\nrustflags = ["-Ctarget-cpu=haswell"]'))
      .file('src/main.rs', test.replace('std::hint::black_box(2) + 2', 'std::hint::black_box(2.0f64).mul_add(1.0, 2.0) as i32'))
      .variable('QEMU_CPU', 'qemu64')
      .fails('the program has instructions that the processor does not know')
      .follow(0).follow(1).works()
}
// zig.
builds.check {
  builds.of('zig-glibc-minor', arm)
      .dependencies('[build-dependencies]\ncc = "1"')
      .file('build.rs', 'fn main() { cc::Build::new().file("answer.c").compile("answer"); }\n')
      .file('answer.c', '#include <stdio.h>\n#include <stdlib.h>\nint answer(int x) { return x + atoi("41"); }\n')
      .file('src/main.rs', calling)
      .variable('CPATH', '/usr/include')
      .fails("the compiler for $arm reads this machine's own C headers beside those that it brings along".toString())
      .follow(0).works()
}
builds.check {
  builds.of('getrandom-wasm', 'wasm32-unknown-unknown')
      .without('src/main.rs').file('src/lib.rs', '#[no_mangle]\npub extern "C" fn answer() -> u32 { let mut b = [0; 4]; getrandom::getrandom(&mut b).unwrap(); u32::from_le_bytes(b) }\n')
      .edit('Cargo.toml', '[workspace]', '[lib]\ncrate-type = ["cdylib"]\n\n[workspace]')
      .dependencies('getrandom = "0.2"')
      .fails('the crate getrandom has no source of random numbers on wasm32-unknown-unknown')
      .edit('Cargo.toml', 'getrandom = "0.2"', '').follow(0, 'Cargo.toml', [:]).works()
}
// C libraries of crates from the registry.
builds.check {
  // bindgen is compiled once for both.
  def build = plain('libclang-missing', arm)
      .file(own, config(arm, 'linker = "aarch64-linux-gnu-gcc"'))
      .dependencies('[build-dependencies]\nbindgen = "=0.72.1"')
      .file('build.rs', 'fn main() { bindgen::Builder::default().header("answer.h").generate().unwrap(); }\n')
      .file('answer.h', '#include <answer-of-others.h>\nint answer(int);\n')
      .variable('LIBCLANG_PATH', '/nowhere')
      .fails("a build script's bindgen finds no libclang on this machine")
      .follow(0).variable('LIBCLANG_PATH', '')
  build.also('bindgen-header')
      .fails("a compiler finds no header answer-of-others.h for $arm".toString())
      .shell('mkdir -p sysroot/include && echo "typedef int other;" > sysroot/include/answer-of-others.h')
      .follow(1).follow(0, '', ['/usr/aarch64-linux-gnu': "${build.folder()}/sysroot".toString()]).works()
}
builds.check {
  // OpenSSL is compiled once: what keeps it from that is provoked on the way.
  def missing = plain('openssl-missing', arm)
      .file(own, config(arm, 'linker = "aarch64-linux-gnu-gcc"'))
      .dependencies('openssl = { version = "=0.10.82" }')
      .fails("the crate openssl-sys finds no OpenSSL for $arm".toString())
      .follow(1).edit('Cargo.toml', 'openssl = { version = "=0.10.82" }\n', '').follow(2, 'Cargo.toml', [:])
  missing.also('openssl-perl')
      .variable('PERL5OPT', '-M-lib=' + 'perl -MFindBin -e print($INC{"FindBin.pm"}=~s(/FindBin.pm)()r)'.execute().text)
      .fails('OpenSSL is compiled, and its Configure cannot run for want of perl or its modules')
      .follow(0).variable('PERL5OPT', '').works()
}
builds.check {
  plain('zig-fd-quota', arm)
      .exported('-Drust.crossToolchain=zig')
      .file('zig-clang', '#!/bin/sh\n. ./env.sh\n[ -e raised ] || ulimit -n 16\nexec "$CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER" "$@"\n')
      .shell('chmod +x zig-clang')
      .file(own, config(arm, 'linker = "./zig-clang"'))
      .fails('zig may not open as many files as it links')
      // The linker's limit, because the JVM and cargo could not live with one so low.
      .follow(0).file('raised', '').works()
}
builds.check {
  plain('musl-dup-crt', musl)
      .exported('-Drust.crossToolchain=zig')
      .file('zig-clang', '''\
#!/bin/sh
. ./env.sh
zig=$(sed -n "s/.*CARGO_ZIGBUILD_ZIG_COMMAND=//p" "$CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER")
exec "$zig" cc -target x86_64-linux-musl "$@"
''')
      .shell('chmod +x zig-clang')
      .file(own, config(musl, 'linker = "./zig-clang"'))
      .fails("_start is linked twice: both rustc and the linker bring a C library's start along")
      .without(own).follow(0).works()
}
builds.finish()
