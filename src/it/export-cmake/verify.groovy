import io.github.rustcross.maven.it.Exec
import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven

def folder = basedir.toPath()
def own = ['CC', 'CXX', 'AR', 'RANLIB', 'CFLAGS', 'CXXFLAGS', 'LDFLAGS'].collectEntries { [(it): ''] }

def build = { String name ->
  Exec.output(folder, own,
    ['cmake', '-S', '.', '-B', name, '-G', 'Unix Makefiles', "-DCMAKE_TOOLCHAIN_FILE=${name}.cmake".toString()])
  Exec.output(folder, own, ['cmake', '--build', name])
  assert new File(basedir, "$name/found.txt").text.endsWith('NOTFOUND')
  folder.resolve(name)
}

// That they are what their targets promise is said by the goal verify.
def maven = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def verified = { String triple, List<String> files ->
  def said = maven.run('.', "verify-${triple}.log", 'io.github.rustcross:rust-cross-maven-plugin:verify',
    "-Drust.targets=$triple".toString(), '-Drust.verify.files=' + files.join(','))
  files.each { ItSupport.contains(said, new File(it).name + ': 1 binary') }
  ItSupport.lacks(said, 'any system')
  ItSupport.contains(said, 'BUILD SUCCESS')
}

def linux = build('linux')
verified('aarch64-unknown-linux-gnu', ['linux/libshapes.so', 'linux/libnames.so'])
ItSupport.prints(linux.resolve('app'), '49 5 -1\n')

def windows = build('windows')
verified('x86_64-pc-windows-gnu', ['windows/libshapes.dll', 'windows/libnames.dll'])
ItSupport.prints(windows.resolve('app.exe'), '49 5 -1\n')

build('macos')
verified('aarch64-apple-darwin', ['macos/libshapes.dylib', 'macos/libnames.dylib'])
true
