import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)

def asPom = it.report('first/rust-cross')
def intel = 'x86_64-unknown-linux-musl'
assert asPom.statuses() == [(intel): 'built']
assert asPom.artifact(intel).path('classifier').asText() == intel
assert asPom.artifact(intel).path('type').asText() == 'tar.gz'
assert new File(basedir, "pom-cargo/$intel").directory
ItSupport.prints(
    asPom.binary(intel), 'x86_64 features=pom,nested debug=true greeting=hello from the POM\n')

def asLine = it.report()
def musl = 'aarch64-unknown-linux-musl'
def gnu = 'aarch64-unknown-linux-gnu'
assert asLine.statuses() == [(musl): 'built', (gnu): 'built', 'x86_64-pc-windows-msvc': 'skipped']
assert [musl, gnu].collect { asLine.artifact(it).path('classifier').asText() } ==
    ['linux-aarch_64-musl', 'linux-aarch_64']
[musl, gnu].each { triple ->
  assert asLine.artifact(triple).path('type').asText() == 'exe'
  assert new File(basedir, "line-cargo/$triple").directory
  ItSupport.prints(
      asLine.binary(triple),
      'aarch64 features=standard,line,more debug=false greeting=hello from the POM\n')
}
assert asLine.toolchain(gnu) == 'zig'
ItSupport.needsAtMostGlibc(asLine.binary(gnu), '2.17')

def mistyped = it.log().invocation(3)
ItSupport.contains(mistyped, 'BUILD FAILURE')
ItSupport.contains(mistyped, 'RC-PROPERTY-UNKNOWN: there is no property -Drust.tragets')
ItSupport.contains(mistyped, 'Did you mean -Drust.targets?')
assert new File(basedir, 'third/rust-cross').list().sort() == ['report.html', 'report.json']
