import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven

def it = new ItSupport(basedir, localRepositoryPath)
def host = 'x86_64-unknown-linux-gnu'
def musl = 'x86_64-unknown-linux-musl'
def wasm = 'wasm32-wasip1'
def modules = [
  'one': [(musl): 'one on linux\n'],
  'two': [(musl): 'two on x86_64\n', (wasm): null],
  'shared-host': [(host): 'shared on linux\n'],
  'shared-musl': [(musl): 'shared on linux\n'],
  'apart': [(musl): 'shared on linux\n'],
]
def classifiers = [
  (host): 'linux-x86_64.exe', (musl): 'linux-x86_64-musl.exe', (wasm): 'wasm32-wasip1.wasm',
]

// In the lifecycle and called directly, each module has its own configuration and its own folder.
['target', 'direct'].each { out ->
  modules.each { module, says ->
    def report = it.report("$module/$out/rust-cross")
    assert report.statuses() == says.collectEntries { triple, output -> [triple, 'built'] }
    says.each { triple, output ->
      ItSupport.checkFile(report, report.artifact(triple))
      if (output != null) {
        ItSupport.prints(report.binary(triple), output)
      }
    }
  }
  assert new File(basedir, "shared/$out/$host").isDirectory()
  assert new File(basedir, "shared/$out/$musl").isDirectory()
  assert new File(basedir, "apart/$out/rust-cross/cargo/$musl").isDirectory()
  assert !new File(basedir, "shared-musl/$out/rust-cross/cargo").exists()
  assert !new File(basedir, "plain/$out/rust-cross").exists()
  assert !new File(basedir, "$out/rust-cross").exists()
}
modules.each { module, says ->
  assert it.installed('io.github.rustcross.it', "modules-$module", '1.0') ==
      (says.keySet().collect { "modules-$module-1.0-${classifiers[it]}".toString() } +
       ["modules-$module-1.0.pom".toString()]).sort()
}

def log = it.log()
def first = log.invocation(1)
ItSupport.contains(first, 'with a thread count of 4')
ItSupport.lacks(first, 'not marked as')
ItSupport.lacks(first, ' of 5: build in ')
def direct = log.invocation(2)
modules.keySet().eachWithIndex { module, index ->
  ItSupport.contains(direct, "${index + 1} of 5: build in modules-$module (default)")
}
ItSupport.lacks(direct, 'modules-plain (')

// Only the modules of the session.
def some = log.invocation(3)
ItSupport.contains(some, '1 of 2: plan in modules-one (default)')
ItSupport.contains(some, '2 of 2: plan in modules-shared-host (default)')
ItSupport.contains(some, "delivers one (bin) as type exe, classifier linux-x86_64-musl")
ItSupport.contains(some, "delivers shared (bin) as type exe, classifier linux-x86_64")
assert !new File(basedir, 'one/third/rust-cross').exists()

// Every module that fails is named, and the others are built.
def atEnd = log.invocation(4)
['one', 'shared-host', 'shared-musl', 'apart'].each {
  ItSupport.contains(atEnd, "modules-$it (default): RC-")
}
ItSupport.lacks(atEnd, 'modules-two (default): RC-')
assert it.report('two/fourth/rust-cross').statuses() == [(musl): 'built', (wasm): 'built']
// Without being told to go on, the first failure is the end.
def fast = log.invocation(5)
ItSupport.contains(fast, 'modules-one (default): RC-')
ItSupport.lacks(fast, '2 of 5: ')
assert !new File(basedir, 'two/fifth/rust-cross').exists()

// In the folder of a module there is only that module.
def maven = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def alone = maven.run('two', 'alone.log', 'rust-cross:plan')
ItSupport.contains(alone, 'delivers two (bin) as type exe, classifier linux-x86_64-musl')
ItSupport.contains(alone, 'delivers two.wasm (bin) as type wasm, classifier wasm32-wasip1')
ItSupport.lacks(alone, ': plan in ')
// Where nobody uses the plugin, the goal runs as Maven runs it.
def plain =
    maven.run('plain', 'plain.log', 'rust-cross:plan', '-Drust.manifestPath=../two/Cargo.toml',
        "-Drust.targets=$wasm")
ItSupport.contains(plain, 'delivers two.wasm (bin) as type wasm, classifier wasm32-wasip1')
ItSupport.lacks(plain, 'classifier linux-x86_64-musl')
true
