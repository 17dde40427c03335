# What bench/no-op.sh, bench/tests.sh and bench/heap.sh have in common: a folder to work in, and Maven projects in it.
# To be sourced, from the root of the repository.
work=$(mktemp -d "${TMPDIR:-/tmp}/rust-cross-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

# A repository of our own: what others install meanwhile must not change what is measured. Hard links cost
# nothing, but our own artifacts are overwritten where they lie, so these are copied.
shared=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
ours=io/github/rustcross
[ -d "$shared/$ours/rust-cross-maven-plugin" ] ||
  { echo "run mvn -B install -DskipTests -Drust.skip first"; exit 1; }
cp -al "$shared" "$work/repository" 2>/dev/null || cp -a "$shared" "$work/repository"
rm -rf "${work:?}/repository/$ours"
cp -a "$shared/$ours" "$work/repository/$ours"

# project <folder> <targets> [goal]: a project that builds, or tests, the crate in its folder for these targets.
project() {
  mkdir -p "$1/.mvn"
  echo "-Dmaven.repo.local=$work/repository" >"$1/.mvn/maven.config"
  cat >"$1/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId>
  <artifactId>bench</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <properties>
    <rust.targets>$2</rust.targets>
  </properties>
  <build>
    <plugins>
      <plugin>
        <groupId>io.github.rustcross</groupId>
        <artifactId>rust-cross-maven-plugin</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <executions><execution><goals><goal>${3:-build}</goal></goals></execution></executions>
      </plugin>
    </plugins>
  </build>
</project>
XML
}
