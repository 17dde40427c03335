import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def arm = 'aarch64-unknown-linux-gnu'
def debs = new File(basedir, 'debs').listFiles().toList()

// Built and tested with the library that was picked.
def report = it.report()
def inspection = report.artifact(arm).path('inspection')
assert inspection.path('needed').collect { it.asText() }.contains('libz.so.1')
ItSupport.needsAtMostGlibc(report.binary(arm), '2.36')
def results = new File(basedir, 'target/surefire-reports').listFiles().findAll { it.name.endsWith('.xml') }
assert results.any { it.text.contains("zlib_of_the_picked_packages") } : results*.name
assert results.every { it.text.contains('value="qemu-user ') && !(it.text =~ /<(failure|error)/) }

// Another digest: which file, what it has, who says what it should have, and what to do.
def replaced = it.log().invocation(2)
def zlib = debs.find { it.name.startsWith('zlib1g_') }
ItSupport.contains(replaced, "RC-SYSROOT-UNTRUSTED: $zlib has sha256 ${ItSupport.sha256(zlib.toPath())}, and sysroot board (")
ItSupport.contains(replaced, "replaced.yaml:4:5) says ${'0' * 64}")
ItSupport.contains(replaced, "Nothing of it was kept. Get the file that was picked, or correct 'sha256' if it is this one.")
ItSupport.lacks(replaced, 'Compiling')

assert it.report('again/rust-cross').statuses() == [(arm): 'built']

ItSupport.contains(it.log().invocation(4), 'RC-SYSROOT-PACKAGE: sysroot board has no packages for armhf')
true
