import io.github.rustcross.maven.it.ItSupport
import java.util.jar.JarFile

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def platforms = [
  'x86_64-unknown-linux-gnu': ['linux-x86_64', 'libnative_answer.so'],
  'x86_64-unknown-linux-musl': ['linux-x86_64-musl', 'libnative_answer.so'],
  'x86_64-pc-windows-gnu': ['windows-x86_64-gnu', 'native_answer.dll'],
]
assert report.statuses() == platforms.collectEntries { triple, words -> [triple, 'built'] }

platforms.each { triple, words ->
  def (classifier, file) = words
  def archive = 'libnative_answer.a'
  assert report.files(triple) == [archive, file].sort()
  report.artifacts(triple).each { ItSupport.checkFile(report, it) }
  def library = report.artifacts(triple).find { it.path('kind').asText() == 'cdylib' }
  assert library.path('type').asText() == 'jar'
  assert library.path('classifier').asText() == classifier
  assert library.path('inspection').path('linkage').asText() == 'dynamic'
  def objects = report.artifacts(triple).find { it.path('kind').asText() == 'staticlib' }
  assert objects.path('type').asText() == 'a'
  assert objects.path('inspection').path('format').asText() == 'archive'
  assert objects.path('inspection').path('architecture').asText() == 'x86_64'

  def jar = new File(basedir, "target/library-1.0-${classifier}.jar")
  new JarFile(jar).withCloseable { open ->
    assert open.stream().map { it.name }.toList() ==
        ['META-INF/MANIFEST.MF', "META-INF/native/$classifier/$file".toString()]
    def packed = open.getInputStream(open.getEntry("META-INF/native/$classifier/$file")).bytes
    assert packed == report.path(library).toFile().bytes
    def facts = { name -> open.manifest.mainAttributes.getValue("Rust-$name") }
    assert facts('Target') == triple
    assert facts('Toolchain').startsWith(report.toolchain(triple))
    assert facts('Version') == report.json().path('rustc').asText()
    assert facts('Catalog-Version') == report.json().path('catalogVersion').asText()
    def inspection = library.path('inspection')
    assert facts('Glibc-Minimum') == inspection.path('glibc').asText(null)
    assert facts('Glibc-Promised') == (triple == 'x86_64-unknown-linux-gnu' ? '2.17' : null)
    assert facts('Needed').split(' ').toList() == inspection.path('needed')*.asText().sort()
    assert facts('Runtime-Dependencies') == null
    def section = open.manifest.getAttributes("META-INF/native/$classifier/$file")
    assert section.getValue('Rust-Sha256') == library.path('sha256').asText()
    assert section.getValue('Rust-Size') == library.path('size').asText()
  }
  assert jar.bytes == new File(basedir, "first/${jar.name}").bytes
}

// Built by a second cargo invocation: with the flags of the static library rustc leaves it out.
def musl = report.artifacts('x86_64-unknown-linux-musl').find { it.path('kind').asText() == 'cdylib' }
assert musl.path('inspection').path('needed').any { it.asText().startsWith('libc.') }
assert new File(basedir, 'target/rust-cross/cargo/flags-2/x86_64-unknown-linux-musl').isDirectory()
assert !new File(basedir, 'target/rust-cross/cargo/flags-2/x86_64-pc-windows-gnu').exists()
def gnu = report.artifacts('x86_64-unknown-linux-gnu').find { it.path('kind').asText() == 'cdylib' }
ItSupport.needsAtMostGlibc(report.path(gnu), '2.17')

assert it.installed('io.github.rustcross.it', 'library', '1.0') ==
    (['library-1.0.pom'] + platforms.values().collectMany { words ->
      ["library-1.0-${words[0]}.jar".toString(), "library-1.0-${words[0]}.a".toString()]
    }).sort()
