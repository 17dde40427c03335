import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven
import java.util.concurrent.TimeUnit

def it = new ItSupport(basedir, localRepositoryPath)
def maven = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def version = (new File(basedir, 'pom.xml').text =~ /<version>([^<]+)<\/version>\s*<configuration>/)[0][1]
def provision = "io.github.rustcross:rust-cross-maven-plugin:${version}:provision".toString()
def cache = new File(basedir, 'cache')
def cargo = new File(basedir, 'cargo-home')
// All that Maven itself needs is in the repository.
def settings = new File(basedir, 'settings-of-test.xml')
settings.text = """<settings><interactiveMode>false</interactiveMode><mirrors><mirror>
  <id>local.central</id><mirrorOf>*</mirrorOf><url>${new File(basedir, 'nowhere').toURI()}</url>
</mirror></mirrors></settings>"""
def run = { String log, Map<String, String> variables, List<String> arguments ->
  def process = maven.start(settings.toPath(),
      variables + ['CARGO_HOME': cargo.path, 'CARGO_NET_RETRY': '0'], log, arguments)
  assert process.waitFor(600, TimeUnit.SECONDS)
  [process.exitValue(), new File(basedir, log).text.replaceAll('\u001b\\[[0-9;]*m', '')]
}
def closed = ['http_proxy', 'https_proxy', 'all_proxy'].collectEntries {
  [(it): 'http://127.0.0.1:9', (it.toUpperCase()): 'http://127.0.0.1:9']
} + ['CARGO_HTTP_PROXY': 'http://127.0.0.1:9', 'PIP_PROXY': 'http://127.0.0.1:9', 'no_proxy': '', 'NO_PROXY': '',
     'PIP_FIND_LINKS': '', 'PIP_INDEX_URL': 'http://127.0.0.1:9/simple', 'RUSTUP_DIST_SERVER': 'http://127.0.0.1:9']
assert !cache.exists() && !cargo.exists()

// Without a network and without all that: it cannot be built, so what follows proves something.
def (without, why) = run('without.log', closed, ['-o', 'package'])
assert without != 0
ItSupport.contains(why, 'RC-DEPENDENCY-MISSING')
cargo.deleteDir()
new File(basedir, 'target').deleteDir()

// From nothing: what it fetches, how that was checked, and where it is.
def (code, told) = run('provision.log', [:], [provision])
assert code == 0: told
ItSupport.contains(told, '[INFO] For x86_64-unknown-linux-musl, aarch64-unknown-linux-gnu, wasm32-wasip1')
assert told =~ /crates +fetched: .*itoa v1\./ && told.contains('cc v1.')
ItSupport.contains(told, 'checked by cargo, against the checksums in Cargo.lock')
assert told =~ /zig +fetched: 0\.\d+\.\d+/
assert told =~ /checked by pip, sha256/
ItSupport.contains(told, new File(cache, 'tools').path)
assert told =~ /runner +is here: aarch64-unknown-linux-gnu: /
ItSupport.contains(told, 'All is here now; builds with -o need no network.')
assert !new File(basedir, 'target').exists()

// Again: nothing is fetched.
def (again, same) = run('again.log', closed, [provision])
assert again == 0: same
ItSupport.contains(same, 'All was here already; builds with -o need no network.')
ItSupport.lacks(same, 'fetched: ')

// Built and tested with a network that refuses everything.
def (offline, log) = run('offline.log', closed, ['-o', 'verify'])
assert offline == 0: log
def report = it.report()
assert report.statuses().values().every { it == 'built' } && report.statuses().size() == 3
ItSupport.contains(log, 'BUILD SUCCESS')
ItSupport.lacks(log, 'Fetching')
ItSupport.prints(report.binary('x86_64-unknown-linux-musl'), 'C says 42\n')
// Every target whose programs run here was tested; what does not was told when it was provisioned.
assert (told =~ /runner +is here: (\S+): /).collect { it[1] }.every { log.contains(it) }

// Where fetching is off, it says that this makes no sense.
def (off, refused) = run('off.log', closed, ['-o', provision])
assert off != 0
ItSupport.contains(refused, 'RC-PARAMETER-INVALID: provision fetches what builds will need, and fetching is off')
true
