// What somebody built long ago on another machine, and committed.
def old = new File(basedir, 'leftover/src/main/resources/META-INF/native/linux-x86_64/libgate_leftover.so')
old.parentFile.mkdirs()
def source = new File(basedir, 'old.c')
source.text = 'int answer(void) { return 41; }\n'
def cc = ['cc', '-shared', '-fPIC', '-nostdlib', '-o', old.path, source.path].execute()
cc.waitForProcessOutput(System.out, System.err)
assert cc.exitValue() == 0
true
