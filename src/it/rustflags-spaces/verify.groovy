import io.github.rustcross.maven.it.ItSupport

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
true
