import io.github.rustcross.maven.fixture.RecordingProxy
import io.github.rustcross.maven.fixture.Site
import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven
import java.util.concurrent.TimeUnit

def maven = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def password = 's3cret-word'
// Nothing of the network but what settings.xml says, and an empty folder of cargo's for each build.
def variables = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].collectEntries {
  [(it): '', (it.toUpperCase()): '']
}
def build = { String name, String settings, List<String> arguments ->
  def file = new File(basedir, name + '-settings.xml')
  // The mirror of all keeps Maven itself off the network: all that it needs is in the repository.
  file.text = """<settings><interactiveMode>false</interactiveMode>
    <mirrors>
      <mirror>
        <id>local.central</id>
        <mirrorOf>*</mirrorOf>
        <url>${new File(basedir, 'nowhere').toURI()}</url>
      </mirror>
      ${settings.contains('<mirror>') ? settings : ''}
    </mirrors>
    ${settings.contains('<mirror>') ? '' : settings}
  </settings>"""
  def process = maven.start(file.toPath(),
      variables + ['CARGO_HOME': new File(basedir, name + '-cargo').path, 'CARGO_NET_RETRY': '0'],
      name + '.log', arguments)
  assert process.waitFor(240, TimeUnit.SECONDS)
  def log = new File(basedir, name + '.log').text.replaceAll('\u001b\\[[0-9;]*m', '')
  ItSupport.lacks(log, password)
  [process.exitValue(), log]
}
def report = { new File(basedir, 'target/rust-cross/report.json').text }
def proxies = { int port ->
  """<proxies><proxy>
    <id>corporate</id><active>true</active><protocol>http</protocol>
    <host>127.0.0.1</host><port>${port}</port>
    <username>me</username><password>${password}</password>
    <nonProxyHosts>localhost|*.corp</nonProxyHosts>
  </proxy></proxies>"""
}

def proxy = new RecordingProxy()
try {
  def (code, log) = build('proxy', proxies(proxy.port()), ['-X', 'package'])
  def asked = proxy.tunnels().findAll { it.header('User-Agent').startsWith('cargo/') }
  assert !asked.empty
  assert asked.every {
    it.header('Proxy-Authorization') == 'Basic ' + "me:${password}".bytes.encodeBase64()
  }
  // Where there is no network behind the proxy, that it was asked is all that can be seen.
  assert code == 0 || !proxy.hasTunnelled()
  ItSupport.lacks(report(), password)

  def version = (new File(basedir, 'pom.xml').text =~ /<version>([^<]+)<\/version>\s*<executions>/)[0][1]
  def goal = "io.github.rustcross:rust-cross-maven-plugin:${version}:plan".toString()
  if (code == 0) {
    def (planned, plan) = build('proxy', proxies(proxy.port()), [goal])
    assert planned == 0
    ItSupport.contains(plan,
        "https_proxy=http://me:***@127.0.0.1:${proxy.port()}   [settings.xml]")
    ItSupport.contains(plan, 'no_proxy=localhost,.corp   [settings.xml]')

    // Folders that cannot be written are told before cargo builds.
    def (inFile, belowFile) =
        build('proxy', proxies(proxy.port()), ['package', '-Drust.targetDir=pom.xml/cargo'])
    assert inFile != 0
    ItSupport.contains(belowFile, "RC-OUTPUT-UNUSABLE: cargo's target folder ")
    ItSupport.contains(belowFile, '-Drust.targetDir=/path/to/folder')
    def output = new File(basedir, 'target/rust-cross')
    assert output.deleteDir()
    output.text = 'a file where a folder should be'
    def (isFile, noFolder) = build('proxy', proxies(proxy.port()), ['package'])
    output.delete()
    assert isFile != 0
    ItSupport.contains(noFolder, 'RC-OUTPUT-UNUSABLE: the folder of finished binaries ')
    ItSupport.lacks(noFolder, 'cannot go on')
  }
} finally {
  proxy.close()
}

// Nobody listens there any longer.
def (closed, noNetwork) = build('closed', proxies(proxy.port()), ['package'])
assert closed != 0
ItSupport.contains(noNetwork, 'RC-DEPENDENCY-MISSING: cargo cannot download what ')
ItSupport.contains(noNetwork, 'Name a proxy, or a mirror of rust-cross-cargo, in settings.xml')
ItSupport.contains(report(), 'RC-DEPENDENCY-MISSING')
ItSupport.lacks(report(), password)

def site = new Site()
try {
  def mirror = { id -> """<mirror><id>ours</id><mirrorOf>other,${id}</mirrorOf>
      <url>sparse+${site.url('/index/')}</url></mirror>""" }
  def (mirrored, log) = build('mirror', mirror('rust-cross-cargo'), ['package'])
  assert mirrored != 0
  ItSupport.contains(log, 'RC-DEPENDENCY-MISSING')
  ItSupport.contains(log, "sparse+${site.url('/index/')}")
  assert !site.requests().empty
  assert site.requests().every { it.startsWith('/index/') }

  def (unknown, typo) = build('typo', mirror('rust-cross-crago'), ['package'])
  assert unknown != 0
  ItSupport.contains(typo, "RC-SETTINGS-INVALID: settings.xml has a mirror of 'rust-cross-crago'")
  ItSupport.contains(typo, 'Did you mean <mirrorOf>rust-cross-cargo</mirrorOf>?')
} finally {
  site.close()
}
