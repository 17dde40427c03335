import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.TlsServer

def it = new ItSupport(basedir, localRepositoryPath)
def musl = 'x86_64-unknown-linux-musl'
def manifest = { crate -> new File(basedir, "$crate/Cargo.toml").text }

// The line that was printed is what is built then.
def stopped = it.log().invocation(1)
ItSupport.contains(stopped, 'RC-LIBRARY-MISSING: openssl-sys ')
def line = stopped.readLines().collect { it.replaceFirst('^\\[ERROR]', '').trim() }.find { it.startsWith('openssl = {') }
def reqwest = manifest('before').readLines().find { it.startsWith('reqwest = {') }
assert manifest('mended') == manifest('before').replace(reqwest, "$reqwest\n$line")
[2, 3].each { build ->
  ItSupport.contains(it.log().invocation(build), ': OpenSSL, compiled along, by the feature vendored')
}

// Static: nothing is needed, not even a loader.
new TlsServer(new File(basedir, 'target/server').toPath()).withCloseable { server ->
  ['mended', 'asked'].each { crate ->
    def report = it.report("target/$crate/rust-cross")
    assert report.statuses() == [(musl): 'built']
    def inspection = report.artifact(musl).path('inspection')
    assert inspection.path('linkage').asText() == 'static'
    assert inspection.path('needed').isEmpty()
    ItSupport.checkFile(report, report.artifact(musl))

    assert server.fetchedBy(report.binary(musl), server.authority()).stdout() == 'hello over TLSv1.3\n'
    def refused = server.fetchedBy(report.binary(musl))
    assert refused.exitCode() == 1
    ItSupport.contains(refused.stderr(), 'certificate verify failed')
  }
}
true
