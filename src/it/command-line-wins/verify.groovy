import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)

def asPom = it.report('first/rust-cross')
assert asPom.statuses() == ['x86_64-unknown-linux-musl': 'built']
assert asPom.artifact('x86_64-unknown-linux-musl').path('classifier').asText() ==
    'x86_64-unknown-linux-musl'
ItSupport.prints(
    asPom.binary('x86_64-unknown-linux-musl'),
    'x86_64 features=pom debug=true greeting=hello from the POM\n')

def asLine = it.report()
assert asLine.statuses() == ['aarch64-unknown-linux-musl': 'built']
assert asLine.artifact('aarch64-unknown-linux-musl').path('classifier').asText() ==
    'linux-aarch_64-musl'
ItSupport.prints(
    asLine.binary('aarch64-unknown-linux-musl'),
    'aarch64 features=standard,line,more debug=false greeting=hello from the POM\n')

def mistyped = it.log().invocation(3)
ItSupport.contains(mistyped, 'BUILD FAILURE')
ItSupport.contains(mistyped, 'RC-PROPERTY-UNKNOWN: there is no property -Drust.tragets')
ItSupport.contains(mistyped, 'Did you mean -Drust.targets?')
assert !new File(basedir, 'third/rust-cross/cargo').exists()
