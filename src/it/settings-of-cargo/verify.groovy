import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ReportJson

def it = new ItSupport(basedir, localRepositoryPath)
def musl = 'x86_64-unknown-linux-musl'
def msvc = 'x86_64-pc-windows-msvc'

def first = it.report('first/rust-cross')
assert first.json().path('rustc').asText().contains('nightly')
assert first.statuses() == [(musl): 'built']
assert first.files(musl) == ['hello', 'other']
ItSupport.prints(
    first.path(first.artifacts(musl).find { it.path('name').asText() == 'hello' }),
    'one=false two=false\n')
assert new File(basedir, "first/rust-cross/cargo/$musl").directory

def second = it.report('second/rust-cross')
assert !second.json().path('rustc').asText().contains('nightly')
assert second.statuses() == [(musl): 'built', (msvc): 'skipped']
assert ReportJson.codes(second.target(msvc)) == ['RC-TOOLCHAIN-UNAVAILABLE']
ItSupport.contains(it.log().invocation(2), "$msvc was left out: RC-TOOLCHAIN-UNAVAILABLE")
assert second.files(musl) == ['hello']
ItSupport.prints(second.binary(musl), 'one=true two=true\n')
assert new File(basedir, "elsewhere/$musl").directory
assert new File(basedir, 'elsewhere/cargo-timings').directory
assert !new File(basedir, 'second/rust-cross/cargo').exists()

ItSupport.contains(it.log().invocation(3), 'Skipped: rust.skip')
assert !new File(basedir, 'third/rust-cross').exists()
