import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ReportJson

def it = new ItSupport(basedir, localRepositoryPath)
def log = it.log().text()
ItSupport.contains(log, 'BUILD FAILURE')
[
  "RC-TOOLCHAIN-UNKNOWN: rust.crossToolchain: there is no toolchain 'zigg'",
  'Did you mean zig?',
  "RC-TARGET-UNKNOWN: rust.targets: there is no target 'x86_64-unknown-linux-msul' in catalog ",
  'Did you mean x86_64-unknown-linux-musl',
  "RC-FLOOR-INVALID: rust.targets: x86_64-unknown-linux-musl has no glibc, so"
      + " 'x86_64-unknown-linux-musl.2.17' cannot have a floor",
  "RC-FLOOR-INVALID: rust.targets: 'aarch64-unknown-linux-gnu.2.5' is below glibc 2.17",
  'Write aarch64-unknown-linux-gnu.2.17',
].each { ItSupport.contains(log, it) }
// The user's mistake, so no stack trace and nothing that looks like ours.
ItSupport.lacks(log, 'rust-cross cannot go on')
ItSupport.lacks(log, 'MojoExecutionException')

assert !new File(basedir, 'target/rust-cross/cargo').exists()
def report = it.report()
assert report.statuses() == [:]
assert ReportJson.codes(report.json()).sort() == [
  'RC-FLOOR-INVALID', 'RC-FLOOR-INVALID', 'RC-TARGET-UNKNOWN', 'RC-TOOLCHAIN-UNKNOWN',
]
