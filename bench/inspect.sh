#!/usr/bin/env bash
# How fast binaries are inspected, in two parts:
#
#   readers  BinaryInspector.inspect and .details against llvm-readobj reading the same, for each format. One JVM
#            that is warm; one call of llvm-readobj for all files, less its time for one tiny file, so that starting
#            counts for neither. What llvm-readobj prints goes to /dev/null, but making it is part of its time.
#   jar      a jar of natives of 500 MB, inspected, against inflating all its entries once; one thread each.
#
# They take turns, so that a busy machine is busy for all; ratios are of each round, and the median counts. The files
# are libraries of this machine's, and natives out of well-known jars, which Maven downloads the first time.
#
# Usage: bench/inspect.sh [--check] [rounds [part …]]   7 rounds by default; --check: exit code 1 beyond a limit
# Needs llvm-readobj and rustc; run `mvn -B install -DskipTests -Drust.skip` first.
set -euo pipefail
cd "$(dirname "$0")/.."

readers_limit=1
jar_limit=2
jar_bytes=500000000
check=false
[ "${1:-}" != --check ] || { check=true; shift; }
rounds=${1:-7}
[[ $rounds =~ ^[0-9]+$ ]] && [ "$rounds" -ge 1 ] || { echo "at least 1 round, not '$rounds'"; exit 2; }
shift || true
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(readers jar)
classes=target-catalog/target/classes
[ -d "$classes/io/github/rustcross/inspect" ] || { echo "run mvn -B install -DskipTests -Drust.skip first"; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/rust-cross-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
jars=(
  com.github.luben:zstd-jni:1.5.7-9
  io.netty:netty-tcnative-boringssl-static:2.0.70.Final:linux-aarch_64
  io.netty:netty-tcnative-boringssl-static:2.0.70.Final:linux-x86_64
  io.netty:netty-tcnative-boringssl-static:2.0.70.Final:osx-aarch_64
  io.netty:netty-tcnative-boringssl-static:2.0.70.Final:osx-x86_64
  io.netty:netty-tcnative-boringssl-static:2.0.70.Final:windows-x86_64
  net.java.dev.jna:jna:5.17.0
  org.fusesource.jansi:jansi:2.4.1
  org.lz4:lz4-java:1.8.0
  org.rocksdb:rocksdbjni:9.10.0
  org.xerial.snappy:snappy-java:1.1.10.7
  org.xerial:sqlite-jdbc:3.49.1.0
)

download() {
  local coordinate group artifact version classifier
  {
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
    echo '<groupId>bench</groupId><artifactId>natives</artifactId><version>1</version><dependencies>'
    for coordinate in "${jars[@]}"; do
      IFS=: read -r group artifact version classifier <<<"$coordinate"
      echo "<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version>"
      [ -z "$classifier" ] || echo "<classifier>$classifier</classifier>"
      echo '</dependency>'
    done
    echo '</dependencies></project>'
  } >"$work/pom.xml"
  mvn -B -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DexcludeTransitive=true -DoutputDirectory="$work/jars" >"$work/maven.log" 2>&1 || { cat "$work/maven.log"; exit 1; }
  local jar folder
  for jar in "$work"/jars/*.jar; do
    folder=$work/natives/$(basename "$jar" .jar)
    mkdir -p "$folder"
    (cd "$folder" && jar xf "$jar")
  done
  find "$work/natives" -type f \
    \( -name '*.so' -o -name '*.dll' -o -name '*.dylib' -o -name '*.jnilib' \) | LC_ALL=C sort >"$work/natives.list"
}
# some <number>: so many of the lines, from all over the list.
some() {
  LC_ALL=C sort | awk -v most="$1" '
    {line[NR] = $0}
    END {step = NR > most ? NR / most : 1; for (i = 1; i <= NR; i += step) print line[int(i)]}'
}
of_this_machine() {
  local rust archive
  rust=$(rustc --print sysroot)/lib/rustlib
  find /usr/lib /usr/*-linux-gnu*/lib -type f \( -name '*.so' -o -name '*.so.*' \) | some 300
  find /usr/lib /usr/*-mingw32 -type f \( -name '*.dll' -o -name '*.exe' \) | some 300
  find "$rust" -type f -name '*.dylib'
  find /usr/lib "$rust" -type f \( -name '*.a' -o -name '*.rlib' \) | some 200
  find "$PWD/target-catalog/src/test/resources" -type f -name '*.wasm'
  # There are few modules, but C libraries of many objects.
  archive=$(find "$rust" -path '*/wasm32-wasi*/self-contained/libc.a' | LC_ALL=C sort | head -1)
  [ -z "$archive" ] || (mkdir "$work/wasm" && cd "$work/wasm" && ar x "$archive" && find "$PWD" -type f | some 200)
}

beyond=false
# speed <java arguments>: exit code 3 is a limit that is not kept, any other is a failure.
speed() {
  local code=0
  java -cp "$classes" "$@" || code=$?
  case $code in
    0) ;;
    3) beyond=true ;;
    *) exit $code ;;
  esac
}

download
for part in "${parts[@]}"; do
  case $part in
    readers)
      { cat "$work/natives.list"; of_this_machine; } >"$work/corpus"
      speed bench/ReaderSpeed.java "$work" "$rounds" "$readers_limit" ;;
    jar) speed -Xmx256m bench/JarSpeed.java "$work" "$rounds" "$jar_limit" "$jar_bytes" ;;
    *) echo "no such part: $part" && exit 2 ;;
  esac
done
! { $check && $beyond; }
