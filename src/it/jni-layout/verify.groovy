import io.github.rustcross.maven.it.ItSupport
import java.util.jar.JarFile

def it = new ItSupport(basedir, localRepositoryPath)
def entries = { String out, String classifier ->
  new JarFile(new File(basedir, "$out/jni-layout-1.0-${classifier}.jar")).withCloseable { jar ->
    jar.stream().map { it.name }.filter { it != 'META-INF/MANIFEST.MF' }.toList()
  }
}
assert entries('first', 'linux-x86_64') == ['natives/linux_64/libquick_answer.so']
assert entries('first', 'windows-x86_64-gnu') == ['natives/windows_64/quick_answer.dll']
assert entries('target', 'linux-x86_64') ==
    ['com/acme/linux/x86_64/glibc/quick_answer/libquick_answer.so']
assert entries('target', 'windows-x86_64-gnu') ==
    ['com/acme/windows/x86_64/msvcrt/quick_answer/quick_answer.dll']

def refused = it.log().invocation(3)
ItSupport.contains(refused, 'RC-ARTIFACT-REPEATED: x86_64-unknown-linux-gnu/libquick_answer.so and'
    + ' x86_64-unknown-linux-musl/libquick_answer.so would both lie at'
    + " 'linux-x86-64/libquick_answer.so' in their jars")
assert !new File(basedir, 'third/rust-cross/cargo').exists()
