import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ReportJson

def it = new ItSupport(basedir, localRepositoryPath)
def log = it.log().text()
[
  // Parameters, with an overlay that is not there.
  'RC-CATALOG-INVALID: rust.catalog: there is no file ',
  'Did you mean broken.yaml?',
  'RC-PROPERTY-UNKNOWN: there is no property -Drust.toolchain',
  'Did you mean -Drust.crossToolchain?',
  'RC-TARGETS-EMPTY: rust.targets is given, but empty',
  "RC-PARAMETER-INVALID: rust.failFast cannot be 'maybe'",
  'It takes true or false.',
  "RC-PARAMETER-INVALID: rust.glibc cannot be '2.17.1'",
  "RC-PARAMETER-INVALID: rust.jobs cannot be '-1'",
  "RC-PARAMETER-INVALID: rust.verify cannot be 'lax'",
  'Allowed are: strict, warn, off',
  // An overlay that is wrong.
  "broken.yaml:4:17: toolchains.zig.glibcFloor: 'perhaps' is not one of [asked, measured, sysroot, none]",
  // The crate and the targets.
  "RC-FLOOR-INVALID: rust.targets: 'x86_64-unknown-linux-gnu.9.99' is above glibc ",
  "RC-TARGET-UNKNOWN: rust.targets: there is no target 'x86_64-unknown-linux-msul' in catalog ",
  "RC-FEATURE-UNKNOWN: rust.features: package bad-input has no feature 'tsl'",
  'Did you mean tls?',
  "RC-CRATE-TARGET-UNKNOWN: rust.bins: the crate has no binary 'bad-inptu'",
  'Did you mean bad-input?',
  "RC-PROFILE-UNKNOWN: rust.profile: neither cargo nor the crate has a profile 'dits'",
  'Did you mean dist?',
  // A Cargo.lock that would have to change.
  'RC-LOCK-OUTDATED: Cargo.lock of ',
  'Run: cargo update --workspace --manifest-path ',
  // A Rust toolchain that cannot be, and no crate either.
  "RC-CHANNEL-UNKNOWN: rust.channel: the rustup toolchain 'stabel' does not exist",
  'Did you mean stable?',
  'RC-MANIFEST-MISSING: there is no ',
  'Did you mean -Drust.manifestPath=',
].each { ItSupport.contains(log, it) }
assert log.count('BUILD FAILURE') == 5
// The user's mistakes, so no stack traces and nothing that looks like ours.
ItSupport.lacks(log, 'rust-cross cannot go on')
ItSupport.lacks(log, 'MojoExecutionException')
ItSupport.lacks(log, 'acktrace')

assert !new File(basedir, 'target/rust-cross/cargo').exists()
assert ReportJson.codes(it.report().json()).sort() == ['RC-CHANNEL-UNKNOWN', 'RC-MANIFEST-MISSING']
