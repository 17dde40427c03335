import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.TlsServer

def it = new ItSupport(basedir, localRepositoryPath)
def musl = 'x86_64-unknown-linux-musl'
def manifest = { crate -> new File(basedir, "$crate/Cargo.toml").text }

// The line that was printed, with the certificates of the machine that runs the program and not those compiled in.
def stopped = it.log().invocation(1)
ItSupport.contains(stopped, 'RC-LIBRARY-MISSING: openssl-sys ')
def line = stopped.readLines().collect { it.replaceFirst('^\\[ERROR]', '').trim() }.find { it.startsWith('reqwest = {') }
def old = manifest('before').readLines().find { it.startsWith('reqwest = {') }
assert manifest('mended') == manifest('before').replace(old, line.replace('"rustls-tls"', '"rustls-tls-native-roots"'))
ItSupport.contains(it.log().invocation(2), 'hint: rustls-native-certs reads the certificates of the machine that runs the program')

// Static: nothing is needed, not even a loader.
def report = it.report('target/mended/rust-cross')
assert report.statuses() == [(musl): 'built']
def inspection = report.artifact(musl).path('inspection')
assert inspection.path('linkage').asText() == 'static'
assert inspection.path('needed').isEmpty()
ItSupport.checkFile(report, report.artifact(musl))

new TlsServer(new File(basedir, 'target/server').toPath()).withCloseable { server ->
  assert server.fetchedBy(report.binary(musl), server.authority()).stdout() == 'hello over TLSv1.3\n'
  def refused = server.fetchedBy(report.binary(musl))
  assert refused.exitCode() == 1
  assert refused.stderr() =~ 'UnknownIssuer|No CA certificates were loaded'
}
true
