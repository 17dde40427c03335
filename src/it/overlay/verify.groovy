import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def known = 'x86_64-unknown-linux-musl'
def added = 'thumbv7neon-unknown-linux-gnueabihf'
assert report.statuses() == [(known): 'built', (added): 'built']
assert report.toolchain(known) == 'zigzag + rust-lld'
assert report.toolchain(added) == 'zigzag'
[known, added].each { ItSupport.checkFile(report, report.artifact(it)) }
ItSupport.prints(report.binary(known), 'C says 42 on x86_64-linux\n')
ItSupport.prints(report.binary(added), 'C says 42 on arm-linux\n')
ItSupport.needsAtMostGlibc(report.binary(added), '2.23')
assert it.installed('io.github.rustcross.it', 'overlay', '1.0') == [
  'overlay-1.0-linux-arm_32-neon.exe', 'overlay-1.0-linux-x86_64-musl.exe', 'overlay-1.0.pom',
]

def newer = it.log().invocation(2)
def passedOver = newer.readLines().findAll { it.contains('unknown key') }
assert passedOver.size() == 1
assert passedOver[0].startsWith('[WARNING] rust.catalog: ')
assert passedOver[0].contains(
    'newer-schema.yaml:6:5: targets.thumbv7neon-unknown-linux-gnueabihf.colour: unknown key, passed over: ' +
        'the file is written for schema 1.99, this rust-cross reads schema ')
assert newer =~ /\[.*[\/\\]words[\/\\]zigzag\.yaml:\d+:\d+]/
