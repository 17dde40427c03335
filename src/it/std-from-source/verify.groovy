import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def arm = 'arm-unknown-linux-gnueabihf'
ItSupport.contains(
    it.log().invocation(1), "RC-STD-MISSING: rustup offers no standard library for $arm")
ItSupport.contains(it.log().invocation(1), '-Drust.std=build')

def report = it.report()
assert report.statuses() == [(arm): 'built']
assert report.json().path('rustc').asText().contains('nightly')
assert report.toolchain(arm) == 'zig'
ItSupport.checkFile(report, report.artifact(arm))
ItSupport.needsAtMostGlibc(report.binary(arm), '2.17')
ItSupport.prints(report.binary(arm), 'arm without a prebuilt std, 0 words\n')
ItSupport.contains(it.log().invocation(2), '-Zbuild-std=std,panic_abort')
assert it.installed('io.github.rustcross.it', 'std-from-source', '1.0') ==
    ['std-from-source-1.0-linux-armv6.exe', 'std-from-source-1.0.pom']
