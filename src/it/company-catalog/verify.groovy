import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ReportJson

def it = new ItSupport(basedir, localRepositoryPath)
def musl = 'x86_64-unknown-linux-musl'
def report = it.report('app/target/rust-cross')
assert report.artifact(musl).path('classifier').asText() == 'acme-linux'
assert report.toolchain(musl) == 'acme-lld'
ItSupport.prints(report.binary(musl), 'hello from the company\n')
assert it.installed('io.github.rustcross.it', 'company-app', '1.0') ==
    ['company-app-1.0-acme-linux.exe', 'company-app-1.0.pom']

def missing = it.log().invocation(2)
ItSupport.contains(
    missing, 'RC-CATALOG-INVALID: rust.catalog: io.github.rustcross.it:no-catalog:yaml:1.0')
ItSupport.contains(
    missing,
    "RC-CATALOG-INVALID: rust.catalog: there is no 'com/acme/target.yaml' on the class path of the plugin")
ItSupport.contains(
    missing, 'Add the artifact that has it to the <dependencies> of rust-cross-maven-plugin.')
ItSupport.contains(missing, 'Install or deploy it, or name a repository that has it')

def off = it.report('promises/target/rust-cross/off')
assert off.statuses() == [(musl): 'built']
assert off.artifact(musl).path('classifier').asText() == 'acme-linux'
assert ReportJson.codes(off.target(musl)) == []
def warn = it.report('promises/target/rust-cross/warn')
assert warn.statuses() == [(musl): 'built']
assert ReportJson.codes(warn.target(musl)).contains('RC-VERIFY-LINKAGE')
assert it.log().invocation(3) =~ /\[WARNING\] RC-VERIFY-LINKAGE: /
def strict = it.report('promises/target/rust-cross/strict')
assert strict.statuses() == [(musl): 'failed']
assert strict.files(musl) == []
assert it.log().invocation(3) =~ /\[ERROR\].*RC-VERIFY-LINKAGE: /
