import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven
import java.nio.file.Files

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report('build output/rust-cross')
def says = [
  'x86_64-unknown-linux-musl': 'C says 42 on x86_64-linux\n',
  'aarch64-unknown-linux-gnu': 'C says 42 on aarch64-linux\n',
]
assert report.statuses() == says.collectEntries { triple, output -> [triple, 'built'] }
says.each { triple, output ->
  ItSupport.checkFile(report, report.artifact(triple))
  ItSupport.prints(report.binary(triple), output)
  // The flags that keep folders out of binaries have such paths in them.
  ItSupport.lacks(
      new String(report.binary(triple).toFile().bytes, 'ISO-8859-1'), 'a crate with spaces')
}

// Once more, with spaces in the folders of the project, the repository and the tool cache, whose
// scripts have such paths inside. What was fetched and compiled for others is linked to.
def spaced = new File(basedir, 'a project')
def repository = new File(basedir, 'a repository').toPath()
def cache = new File(basedir, 'a cache').toPath()
def link = { from, to ->
  Files.walk(from).withCloseable { files ->
    files.filter { Files.isRegularFile(it) }.forEach {
      def file = to.resolve(from.relativize(it))
      Files.createDirectories(file.parent)
      Files.createLink(file, it)
    }
  }
}
link(localRepositoryPath.toPath(), repository)
link(new File(basedir, 'a crate with spaces').toPath(),
    new File(spaced, 'a crate with spaces').toPath())
Files.copy(new File(basedir, 'pom.xml').toPath(), new File(spaced, 'pom.xml').toPath())
Files.createDirectories(cache)
['tools', 'cargo-zigbuild'].each {
  def shared = new HostSystem().cacheDir().resolve(it)
  if (Files.exists(shared)) {
    Files.createSymbolicLink(cache.resolve(it), shared)
  }
}
new NestedMaven(spaced, repository.toFile(), mavenHome)
    .run('.', 'nested.log', 'install', "-Drust.cacheDir=$cache")
def again = new ItSupport(spaced, repository.toFile())
def second = again.report('build output/rust-cross')
assert second.statuses() == says.collectEntries { triple, output -> [triple, 'built'] }
says.each { triple, output -> ItSupport.prints(second.binary(triple), output) }
assert cache.resolve('wrappers').toFile().list().length > 0
assert again.installed('io.github.rustcross.it', 'rustflags-spaces', '1.0').size() == 3
true
