// What the guide installs, as an earlier run has left it.
new File(localRepositoryPath, 'com/example').deleteDir()
true
