import io.github.rustcross.maven.it.ItSupport
import java.util.jar.JarFile

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def musl = 'x86_64-unknown-linux-musl'
def wasi = ['wasm32-wasip1', 'wasm32-wasip2']
assert report.statuses() == ([musl] + wasi).collectEntries { [it, 'built'] }
assert report.files(musl) == ['hello']
wasi.each { assert report.files(it) == ['hello.wasm'] }
([musl] + wasi).each {
  assert report.toolchain(it) == 'rust-lld'
  ItSupport.checkFile(report, report.artifact(it))
}
ItSupport.prints(report.binary(musl), 'nothing but Rust on linux\n')
assert report.artifact(musl).path('inspection').path('linkage').asText() == 'static'

def web = it.report('target/rust-cross/web')
def browser = 'wasm32-unknown-unknown'
assert web.statuses() == [(browser): 'built']
assert web.toolchain(browser) == 'rust-lld'
assert web.files(browser) == ['web_answer.wasm']
ItSupport.checkFile(web, web.artifact(browser))

// wasm32-wasip2 is a component of the component model, the others are modules: bytes 4 to 7 differ.
def layer = { it.toFile().withInputStream { it.readNBytes(8) }[6] }
assert layer(report.binary('wasm32-wasip1')) == 0
assert layer(report.binary('wasm32-wasip2')) == 1

assert !new File(basedir, 'target/cache/tools').exists()
assert it.installed('io.github.rustcross.it', 'pure-rust', '1.0') == [
  'pure-rust-1.0-linux-x86_64-musl.exe',
  'pure-rust-1.0-wasm32-wasip1.wasm',
  'pure-rust-1.0-wasm32-wasip2.wasm',
  'pure-rust-1.0-wasm32.jar',
  'pure-rust-1.0.pom',
]
