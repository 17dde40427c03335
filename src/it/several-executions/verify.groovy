import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ReportJson

def it = new ItSupport(basedir, localRepositoryPath)
def musl = 'x86_64-unknown-linux-musl'
def log = it.log()
def built = { out, folder, name, classifier ->
  def report = it.report("$out/$folder")
  assert report.statuses() == [(musl): 'built']
  assert report.files(musl) == [name]
  assert report.artifact(musl).path('classifier').asText() == classifier
  ItSupport.checkFile(report, report.artifact(musl))
  ItSupport.prints(report.binary(musl), "$name on linux\n")
}

['target', 'fourth'].each {
  built(it, 'rust-cross', 'server', 'linux-x86_64-musl')
  built(it, 'rust-cross/agent', 'agent', musl)
}
assert it.installed('io.github.rustcross.it', 'several-executions', '1.0') == [
  'several-executions-1.0-linux-x86_64-musl.exe',
  'several-executions-1.0-x86_64-unknown-linux-musl.exe',
  'several-executions-1.0.pom',
]
// Built twice, installed once.
assert log.invocation(1).readLines().count { it.contains('Building x86_64') } == 4
assert log.invocation(1).readLines()
    .count { it =~ /Installing .*several-executions-1\.0-linux-x86_64-musl\.exe$/ } == 1

// Maven would keep the agent alone. The plan knows it too.
def collision = "RC-ARTIFACT-REPEATED: execution 'agent': $musl/agent would be attached with type" +
    " 'exe' and classifier 'linux-x86_64-musl', which execution 'default' has"
[2, 3].each {
  ItSupport.contains(log.invocation(it), collision)
  ItSupport.contains(log.invocation(it), '<classifier>triple</classifier>')
}
assert it.report('second/rust-cross').statuses() == [(musl): 'built']
assert ReportJson.codes(it.report('second/rust-cross/agent').json()) == ['RC-ARTIFACT-REPEATED']
assert !new File(basedir, 'second/rust-cross/agent/cargo').exists()
assert !new File(basedir, 'third/rust-cross').exists()

// Called directly: all but the one that is switched off, or the one that is named.
ItSupport.contains(log.invocation(4), '1 of 2: build in several-executions (default)')
ItSupport.contains(log.invocation(4), '2 of 2: build in several-executions (agent)')
assert new File(basedir, 'fifth/rust-cross').list().toList() == ['agent']
built('fifth', 'rust-cross/agent', 'agent', musl)
true
