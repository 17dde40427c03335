import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def musl = 'x86_64-unknown-linux-musl'
def wasm = 'wasm32-wasip1'
assert !new File(basedir, 'pom.xml').exists()
assert report.statuses() == [(musl): 'built', (wasm): 'built']
assert report.files(musl) == ['hello']
assert report.files(wasm) == ['hello.wasm']
[musl, wasm].each { ItSupport.checkFile(report, report.artifact(it)) }
assert report.artifact(wasm).path('kind').asText() == 'wasm'
assert report.artifact(wasm).path('type').asText() == 'wasm'
ItSupport.prints(report.binary(musl), 'C says 42 on x86_64-linux\n')

// There is no project to which anything could be attached: that is no reason to complain.
def log = it.log().text()
ItSupport.contains(log, 'BUILD SUCCESS')
ItSupport.contains(log, 'Maven Stub Project (No POM)')
// What Maven says of repositories and of profiles of the build around this one is its own affair.
assert log.readLines().findAll {
  it.startsWith('[WARNING]') && !(it =~ /Could not transfer metadata|The requested profile/)
} == []
assert new File(basedir, 'target').list().sort() == ['rust-cross']
