// What an earlier run of this project has fetched.
new File(localRepositoryPath, 'io/github/rustcross/it/deploy').deleteDir()
true
