import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// Real binaries, those with which the readers are tested.
def binaries = new File(basedir, '../../../../target-catalog/src/test/resources/io/github/rustcross/inspect')
def binary = { new File(binaries, it).bytes }
def zip = { Map<String, byte[]> entries ->
  def bytes = new ByteArrayOutputStream()
  new ZipOutputStream(bytes).withCloseable { zip ->
    entries.each { path, content ->
      zip.putNextEntry(new ZipEntry(path))
      zip.write(content)
      zip.closeEntry()
    }
  }
  bytes.toByteArray()
}
def linux = binary('elf-x86_64-jni.so')
def mac = binary('macho-arm64.dylib')
def windows = binary('pe-x86_64-exports.dll')

new File(basedir, 'right.jar').bytes = zip([
  'META-INF/native/linux-x86_64/libx.so': linux,
  'META-INF/native/osx-aarch_64/libx.dylib': mac,
  'lib/inner.jar': zip(['win32-x86-64/x.dll': windows]),
  'readme.txt': 'MZ is how DOS programs begin.'.bytes])
new File(basedir, 'wrong.jar').bytes = zip([
  'META-INF/native/linux-aarch_64/libx.so': linux,
  'META-INF/native/linux-x86_64/liby.sp': linux,
  'META-INF/native/linux-x86_64/libz.so': Arrays.copyOf(linux, 300),
  'lib/inner.jar': zip(['darwin-aarch64/x.dll': windows, 'linux-x86-64/libx.so': linux])])
new File(basedir, 'libx-linux-x86_64.so').bytes = linux
true
