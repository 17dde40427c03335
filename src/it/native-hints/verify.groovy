import com.fasterxml.jackson.databind.ObjectMapper
import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def log = it.log()
def musl = 'x86_64-unknown-linux-musl'
def text = { path -> new File(basedir, path).text }

// Stopped before cargo ran, with the way in and the lines.
def web = log.invocation(1)
ItSupport.contains(web, 'RC-LIBRARY-MISSING: openssl-sys ')
ItSupport.contains(web, " needs OpenSSL, and nothing says where that is for $musl: web → actix-web → ")
ItSupport.contains(web, ' → openssl-sys')
ItSupport.contains(web, 'openssl = { version = "0.10", features = ["vendored"] }')
assert !web.contains('Compiling')
assert it.report('target/web/rust-cross').json().path('problems').get(0).path('code').asText() == 'RC-LIBRARY-MISSING'

// The line that was printed, in the place of the one that was there, is what is built then.
def line = web.readLines().collect { it.replaceFirst('^\\[ERROR]', '').trim() }.find { it.startsWith('actix-web = {') }
def old = text('web/Cargo.toml').readLines().find { it.startsWith('actix-web = {') }
assert text('mended/Cargo.toml') == text('web/Cargo.toml').replace(old, line)
def mended = it.report('target/mended/rust-cross')
assert mended.statuses() == [(musl): 'built']
ItSupport.prints(mended.binary(musl), 'a server with TLS\n')

def client = log.invocation(3)
ItSupport.contains(client, ": client → reqwest → ")
ItSupport.contains(client, '- TLS by rustls:')
ItSupport.contains(client, 'reqwest = { version = "0.12", default-features = false, features = ["charset", "http2", "system-proxy", "json", "rustls-tls"] }')

def misspelled = log.invocation(4)
ItSupport.contains(misspelled, "'features' instead of 'feature', which cargo passes over:")
ItSupport.contains(misspelled, 'openssl = { version = "0.10", features = ["vendored"] }')

ItSupport.contains(log.invocation(5), "RC-OPENSSL-REFUSED: rust.openssl=rustls: OpenSSL is among the crates for $musl: misspelled → openssl → openssl-sys")

// Sentences are broken at 80 columns.
def vendored = text('target/vendored.txt').replaceAll('\\s+', ' ')
ItSupport.contains(vendored, 'OpenSSL, compiled along, by the feature vendored')
ItSupport.contains(vendored, '--features openssl/vendored')
ItSupport.contains(vendored, "cargo passes over 'feature' of openssl; it is called 'features'")

def system = new ObjectMapper().readTree(text('target/system.json'))
def openssl = system.path('targets').get(0).path('natives').find { it.path('crate').asText() == 'openssl-sys' }
assert openssl.path('library').asText() == 'openssl'
assert openssl.path('supply').asText() == 'system'
assert openssl.path('path').collect { it.asText() }.take(2) == ['client', 'reqwest']

ItSupport.contains(log.invocation(8), 'crates with C or C++: libz-sys')
ItSupport.prints(it.report('target/zlib/rust-cross').binary(musl), 'zlib 1.3.2\n')
