import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ReportJson

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def musl = 'x86_64-unknown-linux-musl'
def arm = 'aarch64-unknown-linux-gnu'
def gnu = 'x86_64-unknown-linux-gnu'
assert report.statuses() == [(musl): 'built', (arm): 'built', (gnu): 'built']
[musl, arm, gnu].each { ItSupport.checkFile(report, report.artifact(it)) }

ItSupport.prints(
    report.binary(musl), 'x86_64 common=true small=true fast=false hello to musl\n')
ItSupport.prints(report.binary(arm), 'aarch64 common=true small=false fast=true hello to all\n')
ItSupport.prints(report.binary(gnu), 'x86_64 common=true small=false fast=false hello to all\n')

assert [musl, arm, gnu].collect { report.toolchain(it) } == ['rust-lld', 'gcc', 'zig']
assert report.artifact(gnu).path('inspection').path('glibc').asText() == '2.30'
ItSupport.needsAtMostGlibc(report.binary(gnu), '2.30')

assert [musl, arm, gnu].collect { report.artifact(it).path('type').asText() } ==
    ['exe', 'tar.gz', 'exe']
assert it.installed('io.github.rustcross.it', 'per-target', '1.0') == [
  'per-target-1.0-linux-aarch_64.tar.gz',
  'per-target-1.0-linux-x86_64-musl.exe',
  'per-target-1.0-linux-x86_64.exe',
  'per-target-1.0.pom',
]

// What the command line says of features wins over <perTarget>; and after the first cargo
// invocation, which fails, there is no second.
def broken = it.report('second/rust-cross')
assert broken.statuses() == [(musl): 'failed', (arm): 'failed', (gnu): 'failed']
assert ReportJson.codes(broken.target(musl)) == ['RC-CARGO-FAILED']
[arm, gnu].each {
  assert broken.target(it).path('problems').get(0).path('message').asText() ==
      "$it was not built: rust.failFast ended the build before"
}
def log = it.log().invocation(2)
ItSupport.contains(log, 'error: asked to break')
def folders = new File(basedir, 'second/rust-cross/cargo').list().toList()
assert folders.any { it.startsWith('env-') } && !folders.contains(arm) && !folders.contains(gnu)
true
