import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.TlsServer

def it = new ItSupport(basedir, localRepositoryPath)
def musl = 'x86_64-unknown-linux-musl'

def stopped = it.log().invocation(1)
ItSupport.contains(stopped, 'RC-LIBRARY-MISSING: openssl-sys ')
ItSupport.contains(stopped, 'openssl = { version = "0.10", features = ["vendored"] }')
def built = it.log().invocation(2)
ItSupport.contains(built, ': OpenSSL, compiled along, by the feature vendored')
ItSupport.contains(built, 'hint: OpenSSL that is compiled along looks for the certificates of the machine that runs the program')

// Static: nothing is needed, not even a loader.
def report = it.report()
assert report.statuses() == [(musl): 'built']
def inspection = report.artifact(musl).path('inspection')
assert inspection.path('linkage').asText() == 'static'
assert inspection.path('needed').isEmpty()
ItSupport.checkFile(report, report.artifact(musl))

new TlsServer(new File(basedir, 'target/server').toPath()).withCloseable { server ->
  assert server.fetchedBy(report.binary(musl), server.authority()).stdout() == 'hello over TLSv1.3\n'
  def refused = server.fetchedBy(report.binary(musl))
  assert refused.exitCode() == 1
  ItSupport.contains(refused.stderr(), 'certificate verify failed')
}
true
