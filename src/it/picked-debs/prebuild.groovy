import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.network.Network
import io.github.rustcross.maven.process.ProcessRunner
import io.github.rustcross.maven.tool.Apt
import java.nio.file.Files

// Packages of another processor, as somebody picks them: zlib, and the C library that programs need to run.
def packages = ['zlib1g-dev', 'zlib1g', 'libc6']
def base = basedir.toPath()
def debs = Files.createDirectories(base.resolve('debs'))
def apt = new Apt(new HostSystem(), new ProcessRunner(), Network.DIRECT, base.resolve('apt'),
  ['APT::Architecture=arm64', 'APT::Architectures=arm64'])
[['update'], ['download', *packages]].each {
  def output = apt.run(debs, it)
  assert output.succeeded() : output
}
def files = debs.toFile().listFiles().findAll { it.name.endsWith('_arm64.deb') }.sort { it.name }
assert files.size() == packages.size() : files

def overlay = { name, digest ->
  new File(basedir, name).text = """\
schemaVersion: 1
sysroots:
  board:
    description: Our board
    glibc: "2.36"
    files:
${files.collect { "      - { path: debs/${it.name}, sha256: \"${digest(it)}\", architecture: arm64 }" }.join('\n')}
"""
}
overlay('board.yaml') { ItSupport.sha256(it.toPath()) }
// As if somebody had replaced one of them.
overlay('replaced.yaml') { it.name.startsWith('zlib1g_') ? '0' * 64 : ItSupport.sha256(it.toPath()) }
true
