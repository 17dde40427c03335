import io.github.rustcross.maven.it.TestResults

def results = new TestResults(new File(basedir, 'target/surefire-reports'))
assert results.counts('') == [
  'x86_64-unknown-linux-gnu.mac.doc': '1/0/0',
  'x86_64-unknown-linux-gnu.mac.lib': '1/0/0',
  'x86_64-unknown-linux-musl.app.doc': '0/0/0',
  'x86_64-unknown-linux-musl.app.lib': '1/0/0',
]
