import io.github.rustcross.maven.it.ItSupport
import java.security.MessageDigest
import java.util.jar.JarFile

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def host = 'x86_64-unknown-linux-gnu'
assert report.statuses() == [(host): 'built']

def folder = new File(basedir, 'repository/io/github/rustcross/it/deploy/1.0')
def files = ['deploy-1.0-linux-x86_64.exe', 'deploy-1.0-linux-x86_64.jar', 'deploy-1.0.pom']
assert folder.list().sort() == files.collectMany { [it, "${it}.md5", "${it}.sha1"]*.toString() }.sort()
files.each { name ->
  ['md5': 'MD5', 'sha1': 'SHA-1'].each { suffix, algorithm ->
    def digest = MessageDigest.getInstance(algorithm).digest(new File(folder, name).bytes)
    assert new File(folder, "$name.$suffix").text.trim() == digest.encodeHex().toString()
  }
}

def tool = new File(basedir, 'consumer/target/dependency/tool')
ItSupport.contains(it.log().invocation(2), 'BUILD SUCCESS')
def binary = report.artifacts(host).find { it.path('kind').asText() == 'bin' }
assert ItSupport.sha256(tool.toPath()) == binary.path('sha256').asText()
// A repository keeps bytes, not permissions.
assert tool.setExecutable(true)
ItSupport.prints(tool.toPath(), 'out of the repository\n')

new JarFile(new File(basedir, 'consumer/target/dependency/deploy-1.0-linux-x86_64.jar'))
    .withCloseable { jar ->
      assert jar.getEntry('META-INF/native/linux-x86_64/libtool_native.so') != null
    }
true
