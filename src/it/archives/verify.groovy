import io.github.rustcross.maven.it.ItSupport
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream
import org.apache.commons.compress.archivers.zip.ZipFile
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def musl = 'x86_64-unknown-linux-musl'
def windows = 'x86_64-pc-windows-gnu'
def archives = [
  (musl): 'archives-1.0-linux-x86_64-musl.tar.gz',
  (windows): 'archives-1.0-windows-x86_64-gnu.zip',
]
assert report.statuses() == [(musl): 'built', (windows): 'built']

// The profile is the one that is named: a release build has no assertions.
[musl, windows].each { triple ->
  assert report.artifacts(triple).collect { it.path('name').asText() } == ['left', 'right']
  report.artifacts(triple).each { artifact ->
    ItSupport.checkFile(report, artifact)
    ItSupport.prints(
        report.path(artifact), "${artifact.path('name').asText()} with assertions: true\n")
    assert archives[triple].endsWith(
        "-${artifact.path('classifier').asText()}.${artifact.path('type').asText()}")
  }
}

// name: [permissions, digest]
def sha256 = { java.security.MessageDigest.getInstance('SHA-256').digest(it).encodeHex().toString() }
def content = { File archive ->
  def entries = [:]
  if (archive.name.endsWith('.zip')) {
    ZipFile.builder().setFile(archive).get().withCloseable { zip ->
      zip.entries.each {
        entries[it.name] = [it.unixMode & 0777, sha256(zip.getInputStream(it).bytes)]
      }
    }
  } else {
    new TarArchiveInputStream(new GzipCompressorInputStream(archive.newInputStream()))
        .withCloseable { tar ->
          for (def entry = tar.nextEntry; entry != null; entry = tar.nextEntry) {
            assert entry.lastModifiedDate.toInstant().toString() == '2026-11-21T00:00:00Z'
            entries[entry.name] = [entry.mode & 0777, sha256(tar.readAllBytes())]
          }
        }
  }
  entries
}
archives.each { triple, name ->
  def archive = new File(basedir, "target/$name")
  def folder = name - '.tar.gz' - '.zip'
  def programs = report.artifacts(triple).collectEntries {
    ["$folder/${report.path(it).fileName}".toString(), [0755, it.path('sha256').asText()]]
  }
  def rust = new File(basedir, 'src/main/rust')
  def documents = [
    'README.md': 'left/README.md', 'README-right.md': 'right/README.md', 'TERMS.txt': 'TERMS.txt',
  ].collectEntries { inside, source ->
    ["$folder/$inside".toString(), [0644, sha256(new File(rust, source).bytes)]]
  }
  assert content(archive) == programs + documents
  assert archive.bytes == new File(basedir, "first/$name").bytes
}
assert it.installed('io.github.rustcross.it', 'archives', '1.0') ==
    (archives.values() + ['archives-1.0.pom']).sort()

def cargo = it.log().invocation(1).readLines().findAll { it =~ /\bcargo build --manifest-path / }
assert cargo.size() == 1
['--profile dist', '--package left --package right', '--locked', '--jobs 1'].each {
  ItSupport.contains(cargo[0], it)
}

// <locked> counts: cargo may not write the lock file that is missing.
def stale = it.log().invocation(3)
ItSupport.contains(stale, 'BUILD FAILURE')
ItSupport.contains(stale, 'RC-LOCK-OUTDATED')
assert !new File(basedir, 'stale/Cargo.lock').exists()
