import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ReportJson

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def musl = 'x86_64-unknown-linux-musl'
def broken = 'aarch64-unknown-linux-musl'
def wasm = 'wasm32-wasip1'
assert report.statuses() == [(musl): 'built', (broken): 'failed', (wasm): 'built']
assert report.files(musl) == ['hello']
assert report.files(wasm) == ['hello.wasm']
assert report.files(broken) == []
[musl, wasm].each { ItSupport.checkFile(report, report.artifact(it)) }
ItSupport.prints(report.binary(musl), 'ported\n')

assert ReportJson.codes(report.target(broken)) == ['RC-CARGO-FAILED']
assert ReportJson.codes(report.target(musl)) == []
ItSupport.contains(
    report.target(broken).path('problems').get(0).path('message').asText(),
    'error: nobody has ported this to aarch64')

def log = it.log().text()
ItSupport.contains(log, 'BUILD FAILURE')
ItSupport.contains(log, 'error: nobody has ported this to aarch64')
ItSupport.contains(log, ' --> src/main.rs:2:1')
assert log =~ /RC-CARGO-FAILED: cargo could not build $broken \(exit code 101\)/
assert !(log =~ /cargo could not build ($musl|$wasm)/)

assert it.installed('io.github.rustcross.it', 'broken-for-one', '1.0') == []
