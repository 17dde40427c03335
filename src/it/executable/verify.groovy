import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ReportPage

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def host = 'x86_64-unknown-linux-gnu'
def musl = 'x86_64-unknown-linux-musl'
def arm = 'aarch64-unknown-linux-gnu'
def windows = 'x86_64-pc-windows-gnu'

assert report.statuses() == [(host): 'built', (musl): 'built', (arm): 'built', (windows): 'built']
assert it.installed('io.github.rustcross.it', 'executable', '1.0') == [
  'executable-1.0-linux-aarch_64.exe',
  'executable-1.0-linux-x86_64-musl.exe',
  'executable-1.0-linux-x86_64.exe',
  'executable-1.0-windows-x86_64-gnu.exe',
  'executable-1.0.pom',
]

def says = [
  (host): 'C says 42 on x86_64-linux\n',
  (musl): 'C says 42 on x86_64-linux\n',
  (arm): 'C says 42 on aarch64-linux\n',
  (windows): 'C says 42 on x86_64-windows\n',
]
def classifiers = [
  (host): 'linux-x86_64',
  (musl): 'linux-x86_64-musl',
  (arm): 'linux-aarch_64',
  (windows): 'windows-x86_64-gnu',
]
def repository = it.installFolder('io.github.rustcross.it', 'executable', '1.0')
says.each { triple, output ->
  def artifact = report.artifact(triple)
  def file = triple == windows ? 'hello.exe' : 'hello'
  assert report.files(triple) == [file]
  assert artifact.path('path').asText() == "$triple/$file"
  assert artifact.path('kind').asText() == 'bin'
  assert artifact.path('name').asText() == 'hello'
  assert artifact.path('type').asText() == 'exe'
  assert artifact.path('classifier').asText() == classifiers[triple]
  ItSupport.checkFile(report, artifact)
  ItSupport.prints(report.path(artifact), output)
  def installed = repository.resolve("executable-1.0-${classifiers[triple]}.exe")
  assert ItSupport.sha256(installed) == artifact.path('sha256').asText()
}

assert new File(basedir, 'target/rust-cross').list().sort() ==
    ([arm, host, musl, windows] + ['cargo', 'report.html', 'report.json']).sort()
assert report.toolchain(host) == 'cargo'
assert report.toolchain(arm) == 'zig'
assert report.toolchain(windows) == 'zig'
assert report.toolchain(musl).contains('zig')
assert report.artifact(musl).path('inspection').path('linkage').asText() == 'static'
assert report.artifact(musl).path('inspection').path('interpreter').isNull()
ItSupport.needsAtMostGlibc(report.binary(arm), '2.17')
assert report.artifact(arm).path('inspection').path('glibc').asText() <= '2.17'

// One page for people: a row for each binary, which says what report.json says.
def rows = ReportPage.rows(new File(basedir, 'target/rust-cross').toPath())
assert rows.collectEntries { [it.target, it.status + ' ' + it.verdict] } ==
    report.statuses().collectEntries { triple, status -> [triple, 'built ok'] }
def check = report.artifact(arm).path('checks').find { it.path('rule').asText() == 'glibc' }
assert check.path('promised').asText() == '2.17 or older'
assert check.path('outcome').asText() == 'kept'
assert rows.find { it.target == arm }.subMap('glibc promised', 'glibc measured').values().toList() ==
    ['2.17', report.artifact(arm).path('inspection').path('glibc').asText()]

def log = it.log()
def first = log.invocation(1)
assert first =~ /(?m)^\[INFO\] +target +status +toolchain +file +size +machine +linkage +glibc$/
says.keySet().each { assert first =~ /(?m)^\[INFO\] +$it +built +/ }
ItSupport.contains(first, "[INFO]   files, report.json and report.html: ${new File(basedir, 'target/rust-cross')}\n")
ItSupport.lacks(first, 'Compiling hello')
def second = log.invocation(2)
ItSupport.contains(second, 'BUILD SUCCESS')
// Debug output would show what cargo compiles.
assert !(second =~ /Compiling (hello|cc) /)
assert second =~ /Fresh hello |Finished /
