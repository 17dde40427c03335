#!/usr/bin/env bash
# What a sysroot of 60 packages costs: making it of files that are here (digests, unpacking, moving into place), in a
# JVM that has just begun, against `dpkg -x` over the same files one after the other; and finding it again. They take
# turns, so that a busy machine is busy for both. The first round is dropped.
#
# Usage: bench/sysroot.sh [--check] [rounds]   7 rounds by default; --check: exit code 1 beyond the limits
# Needs Debian or Ubuntu with network for apt; run `mvn -B test-compile -DskipTests` first.
set -euo pipefail
cd "$(dirname "$0")/.."

most_ms=5
check=false
[ "${1:-}" != --check ] || { check=true; shift; }
rounds=${1:-7}
[[ $rounds =~ ^[0-9]+$ ]] && [ "$rounds" -ge 2 ] || { echo "at least 2 rounds, not '$rounds'"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

classes=$PWD/target-catalog/target/classes:$PWD/rust-cross-maven-plugin/target/classes
[ -d rust-cross-maven-plugin/target/classes ] || { echo "run mvn -B test-compile first"; exit 2; }
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
version() { sed -n "s#.*<version\\.$1>\\(.*\\)</version\\.$1>.*#\\1#p" pom.xml; }
jar() { printf ':%s' "$repository/$1/$2/$(basename "$1")-$2.jar"; }
path=$classes$(jar org/yaml/snakeyaml "$(version snakeyaml)")
path+=$(jar org/apache/commons/commons-compress "$(version commons-compress)")
path+=$(jar org/tukaani/xz "$(version xz)")$(jar com/github/luben/zstd-jni "$(version zstd)")
for name in bcprov bcpg bcutil; do path+=$(jar org/bouncycastle/$name-jdk18on "$(version bouncycastle)"); done
for name in javax/inject/javax.inject/1/javax.inject-1 \
  commons-io/commons-io/2.20.0/commons-io-2.20.0 org/apache/commons/commons-lang3/3.18.0/commons-lang3-3.18.0 \
  org/slf4j/slf4j-api/1.7.36/slf4j-api-1.7.36; do path+=:$repository/$name.jar; done
mkdir "$work/classes"
javac -d "$work/classes" -cp "$path" bench/SysrootSpeed.java
speed() { java -cp "$work/classes:$path" SysrootSpeed "$@"; }

echo "Fetching the packages"
architecture=$(dpkg --print-architecture)
speed resolve "$work/first" debian-12 "$architecture" libssl-dev zlib1g-dev libcurl4-openssl-dev libsqlite3-dev \
  libdbus-1-dev libudev-dev libasound2-dev libfontconfig-dev libpq-dev libxml2-dev >"$work/resolved"
head -60 "$work/resolved" >"$work/names"
[ "$(wc -l <"$work/names")" = 60 ] || { echo "only $(wc -l <"$work/names") packages"; exit 2; }
mkdir "$work/debs"
home=$(echo "$work"/first/apt/suites/*)
(cd "$work/debs" && xargs apt-get -qq -o Dir::State="$home/state" -o Dir::State::Lists="$home/state/lists" \
  -o Dir::State::status="$home/status" -o Dir::Cache="$home/cache" -o Dir::Etc::SourceList="$home/sources.list" \
  -o Dir::Etc::SourceParts=/dev/null -o APT::Sandbox::User=root -o Debug::NoLocking=true download <"$work/names")
{
  printf 'schemaVersion: 1\nsysroots:\n  bench:\n    description: Benchmark\n    files:\n'
  for deb in "$work"/debs/*.deb; do
    printf '      - { path: "%s", sha256: "%s" }\n' "$deb" "$(sha256sum "$deb" | cut -d' ' -f1)"
  done
} >"$work/bench.yaml"
echo "$(ls "$work/debs" | wc -l) packages, $(du -sm "$work/debs" | cut -f1) MB"

seconds() { awk "BEGIN { printf \"%.3f\", $1 }"; }
for ((round = 0; round <= rounds; round++)); do
  rm -rf "$work/cache" "$work/dpkg"
  mkdir "$work/dpkg"
  ours=$(speed make "$work/cache" "$work/bench.yaml" "$architecture")
  start=$(date +%s.%N)
  for deb in "$work"/debs/*.deb; do dpkg -x "$deb" "$work/dpkg"; done
  theirs=$(seconds "$(date +%s.%N) - $start")
  found=$(speed present "$work/cache" "$work/bench.yaml" "$architecture")
  [ "$round" = 0 ] || echo "$ours $theirs $found" | tee -a "$work/times"
done
middle() { cut -d' ' -f"$1" "$work/times" | sort -n | sed -n "$((rounds / 2 + 1))p"; }
ours=$(middle 1) theirs=$(middle 2) first=$(middle 3) again=$(middle 4)
echo "60 packages: rust-cross $ours s, dpkg -x $theirs s; finding it $first ms the first time, $again ms then"
if $check; then
  awk "BEGIN { exit !($ours <= $theirs && $again < $most_ms) }" ||
    { echo "BEYOND the limits: not slower than dpkg -x, and below $most_ms ms"; exit 1; }
fi
