import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def compilers = ['aarch64-unknown-linux-gnu': 'zig', 'armv7-unknown-linux-gnueabihf': 'gcc']
def results = new File(basedir, 'target/surefire-reports').listFiles().findAll { it.name.endsWith('.xml') }
ItSupport.contains(new File(basedir, 'build.log').text, 'zlib-ng asks for NEON with -mfpu')

compilers.each { triple, compiler ->
  assert report.toolchain(triple) == compiler
  // What CMake's own search and pkg-config found is the target's.
  def caches = []
  new File(basedir, 'target').eachFileRecurse {
    if (it.name == 'CMakeCache.txt' && it.path.contains(triple)) {
      caches << it.text
    }
  }
  def everywhere = caches.size() > 1 && caches.every { it =~ /CMAKE_TOOLCHAIN_FILE:\S+=\S+\/$triple\.cmake/ }
  assert everywhere : "$triple: a project was configured without the file"
  def places = caches.collectMany { it.readLines() }
    .findAll { it =~ /^(OPENSSL_CRYPTO_LIBRARY|pkgcfg_lib_ALSA_asound):/ }
  assert places.size() > 1
  assert places.every { it =~ /=\S+\/sysroots\/debian-12-\S+\/lib(crypto|asound)\.so$/ }

  def libraries = report.artifact(triple).path('inspection').path('needed').collect { it.asText() }
  assert libraries.containsAll(['libcrypto.so.3', 'libasound.so.2'])
  assert !libraries.any { it.startsWith('libz') }

  // Tests ran with the libraries of the sysroot, whose headers were read.
  def ran = results.findAll { it.text.contains(triple) }
  assert ran.any { it.text.contains('zlib_ng_and_libraries_of_the_same_releases') } : results*.name
  assert ran.every { !(it.text =~ /<(failure|error)/) }
}
true
