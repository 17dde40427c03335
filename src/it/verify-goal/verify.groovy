import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def log = it.log()
def lines = { int number -> log.invocation(number).readLines() }

// What is wrong, each with where, what and the way out; the rest of the jar is told all the same.
def wrong = log.invocation(1)
ItSupport.contains(wrong, '[INFO] wrong.jar: 5 binaries')
ItSupport.contains(wrong, 'RC-VERIFY-PLACE: wrong.jar!/META-INF/native/linux-aarch_64/libx.so: place: linux x86_64 glibc; promised is linux aarch64 glibc')
ItSupport.contains(wrong, 'RC-VERIFY-PLACE: wrong.jar!/META-INF/native/linux-x86_64/liby.sp (file name): place: .sp; promised is .so')
ItSupport.contains(wrong, 'RC-VERIFY-MALFORMED: wrong.jar!/META-INF/native/linux-x86_64/libz.so: malformed: ')
ItSupport.contains(wrong, 'RC-VERIFY-PLACE: wrong.jar!/lib/inner.jar!/darwin-aarch64/x.dll: place: windows x86_64; promised is macos aarch64')
ItSupport.contains(wrong, 'Put it where its own platform is looked for, or take it out.')
ItSupport.lacks(wrong, 'RC-VERIFY-PLACE: wrong.jar!/lib/inner.jar!/linux-x86-64/libx.so')

def right = log.invocation(2)
assert lines(2).findAll { it.contains('META-INF/native/linux-x86_64/libx.so') }
  .every { it ==~ /\[INFO\]   linux x86_64 +glibc 2\.\S+ +fits +META-INF\/native\/linux-x86_64\/libx\.so/ }
ItSupport.contains(right, '[INFO] right.jar: 3 binaries')
ItSupport.contains(right, 'lib/inner.jar!/win32-x86-64/x.dll')
ItSupport.contains(right, '[INFO] libx-linux-x86_64.so: 1 binary')
ItSupport.contains(right, '[INFO] jna-5.17.0.jar: 26 binaries')
assert lines(2).any { it ==~ /\[INFO\]   linux s390x +glibc 2\.7 +fits +com\/sun\/jna\/linux-s390x\/libjnidispatch\.so/ }
ItSupport.lacks(right, 'RC-VERIFY')

def warned = log.invocation(3)
assert warned.readLines().findAll { it.startsWith('[WARNING] RC-VERIFY-') }.size() == 4
ItSupport.contains(warned, 'BUILD SUCCESS')

ItSupport.contains(log.invocation(4), '[INFO] right.jar: 3 binaries')

def targets = log.invocation(5)
ItSupport.contains(targets, 'RC-VERIFY-COVERAGE: right.jar!/lib/inner.jar!/win32-x86-64/x.dll: coverage: windows x86_64; promised is x86_64-unknown-linux-gnu, aarch64-apple-darwin, s390x-unknown-linux-gnu')
ItSupport.contains(targets, 'RC-VERIFY-COVERAGE: all files together: coverage: nothing for s390x-unknown-linux-gnu; promised is a binary for it')
assert targets =~ /RC-VERIFY-GLIBC: right\.jar!\/META-INF\/native\/linux-x86_64\/libx\.so: glibc: 2\.\S+; promised is 2\.0 or older/
ItSupport.contains(targets, 'Build it against glibc 2.0. ')
assert targets =~ /ask for the higher floor: x86_64-unknown-linux-gnu\.2\./

def missing = log.invocation(6)
ItSupport.contains(missing, "RC-PARAMETER-INVALID: rust.verify cannot be 'lax'")
ItSupport.contains(missing, 'RC-FILE-MISSING: rust.verify.files: there is no file ' + new File(basedir, 'no.jar'))
ItSupport.contains(missing, 'RC-FILE-MISSING: rust.verify.files: ' + new File(basedir, 'src') + ' is a folder')
ItSupport.contains(missing, 'RC-FILE-MISSING: rust.verify.files: io.github.rustcross.it:nothing:1.0 cannot be resolved')
ItSupport.contains(missing, "RC-TARGET-UNKNOWN: rust.targets: what 'host' is, is not known here")
ItSupport.contains(missing, "RC-TARGET-UNKNOWN: rust.targets: there is no target 'x86_64-unknown-linux-msul'")
true
