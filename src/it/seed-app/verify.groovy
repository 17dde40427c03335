import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def native_ = 'x86_64-unknown-linux-musl'
def foreign = [
  'aarch64-unknown-linux-gnu', 'armv7-unknown-linux-gnueabihf', 'x86_64-pc-windows-gnu',
]
def macos = ['x86_64-apple-darwin', 'aarch64-apple-darwin']
def all = [native_] + foreign + macos
assert report.statuses() == all.collectEntries { [it, 'built'] }
all.each { triple ->
  assert report.files(triple) == [triple.contains('windows') ? 'seed-app.exe' : 'seed-app']
  ItSupport.checkFile(report, report.artifact(triple))
}

def expected = ItSupport.run(report.binary(native_)).get()
// echo -n rust-cross | sha256sum
def digest = java.security.MessageDigest.getInstance('SHA-256').digest('rust-cross'.bytes)
assert expected.readLines()[0] == 'sha256 ' + digest.encodeHex()
assert expected.readLines()[1] =~ /^sqlite 3\./
foreign.each { triple ->
  ItSupport.prints(report.binary(triple), expected.replace(native_, triple))
}
foreign.findAll { it.contains('linux') }.each { triple ->
  ItSupport.needsAtMostGlibc(report.binary(triple), '2.17')
}
true
