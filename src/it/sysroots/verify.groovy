import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def arm = 'aarch64-unknown-linux-gnu'
def targets = ['x86_64-unknown-linux-gnu', arm, 'armv7-unknown-linux-gnueabihf']
def needed = { report, triple ->
  report.artifact(triple).path('inspection').path('needed').collect { it.asText() }
}

// Which packages that takes is known from the crates; one lock file has them all.
def lock = new File(basedir, 'rust-cross.lock.yaml').text
['amd64', 'arm64', 'armhf'].each { ItSupport.contains(lock, "architecture: \"$it\"") }
['libssl-dev', 'zlib1g-dev', 'libasound2-dev'].each { ItSupport.contains(lock, "name: \"$it\"") }

// OpenSSL, zlib and ALSA of the system; SQLite is compiled along.
def report = it.report()
targets.each { triple ->
  def libraries = needed(report, triple)
  assert libraries.containsAll(['libssl.so.3', 'libcrypto.so.3', 'libz.so.1', 'libasound.so.2'])
  assert !libraries.any { it.startsWith('libsqlite') || it.startsWith('libstdc++') }
  ItSupport.needsAtMostGlibc(report.binary(triple), '2.36')
}

// The tests ran with the libraries whose headers were read.
def tested = { out, triple ->
  def results = new File(basedir, "$out/surefire-reports").listFiles().findAll { it.name.contains(triple) }
  assert results.any { it.text.contains('libraries_are_of_the_releases_whose_headers_were_read') } : results*.name
  assert results.every { it.text.contains('name="rust.runner" value="qemu-user ') && !(it.text =~ /<(failure|error)/) }
}
targets.each { tested('target', it) }

// A floor that the libraries of the sysroot cannot keep: refused, with the library and the version.
def old = it.log().invocation(2)
assert old =~ /lib\w+\.so\S* needs glibc 2\.\d+ or newer, and a lower floor was asked for/
ItSupport.contains(old, '-Drust.sysroot=debian-11')
assert it.report('old/rust-cross').statuses() == [(arm): 'failed']

// With those of an older system it is kept, by the program and by what it needs, and the tests ran with them.
def older = it.report('older/rust-cross')
assert needed(older, arm).containsAll(['libssl.so.1.1', 'libcrypto.so.1.1', 'libz.so.1', 'libasound.so.2'])
ItSupport.needsAtMostGlibc(older.binary(arm), '2.31')
tested('older', arm)

// The distribution's gcc, with the C library and the libgcc of the sysroot.
def gcc = it.report('gcc/rust-cross')
assert gcc.toolchain(arm) == 'gcc'
assert needed(gcc, arm).contains('libssl.so.3')
true
