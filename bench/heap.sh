#!/usr/bin/env bash
# The heap that Maven and the plugin use in the heaviest cases, with -Xmx256m:
#
#   maven    nothing but Maven, for comparison: -Drust.skip
#   six      six targets of examples/seed-app from an empty target folder, tools at hand
#   tools    zig and cargo-zigbuild are fetched and unpacked into an empty tool cache
#   packages the plan of a workspace of 4000 packages, 27 MB of `cargo metadata`
#   crates   the plan of a crate with some 700 crates from the registry (downloads them the first time)
#   binary   an executable of 1 GiB: built, inspected, copied
#
# Fails if a case fails or runs out of memory. Usage: bench/heap.sh [name …]; HEAP=128m for another limit.
# Needs what the first README command needs; run `mvn -B install -DskipTests -Drust.skip` first.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=bench/maven-project.sh
. bench/maven-project.sh

heap=${HEAP:-256m}
goal=io.github.rustcross:rust-cross-maven-plugin:0.1.0-SNAPSHOT
failed=0

# crate <folder> <lines of Cargo.toml>: an executable that says nothing.
crate() {
  mkdir -p "$1/src"
  printf '[package]\nname = "%s"\nversion = "0.1.0"\nedition = "2021"\n%s\n' "$(basename "$1")" "$2" >"$1/Cargo.toml"
  echo 'fn main() {}' >"$1/src/main.rs"
}
# Each depends on ten others and has forty features, as large workspaces do.
packages() {
  local folder=$1/crates count=4000 i j
  mkdir -p "$folder"
  printf '[workspace]\nresolver = "2"\nmembers = ["crates/*"]\n' >"$1/Cargo.toml"
  for ((i = 0; i < count; i++)); do
    mkdir -p "$folder/p$i/src"
    : >"$folder/p$i/src/lib.rs"
    [ "$i" -lt $((count - 1)) ] || echo 'fn main() {}' >"$folder/p$i/src/main.rs"
    {
      printf '[package]\nname = "p%d"\nversion = "0.1.0"\nedition = "2021"\n' "$i"
      printf 'authors = ["Łukasz"]\n' # A letter beyond Latin-1 doubles what Java needs for a text.
      printf 'description = "One of many packages, with a description of the usual length"\n[dependencies]\n'
      for ((j = i > 10 ? i - 10 : 0; j < i; j++)); do printf 'p%d = { path = "../p%d" }\n' "$j" "$j"; done
      echo '[features]'
      for ((j = 0; j < 40; j++)); do printf 'feature-number-%d = ["feature-number-%d"]\n' "$j" $((j + 1)); done
      echo 'feature-number-40 = []'
    } >"$folder/p$i/Cargo.toml"
  done
}
# A section of zeros that the assembler writes: quick to build, and every byte is in the file.
binary() {
  crate "$1" ''
  cat >"$1/src/main.rs" <<'RUST'
core::arch::global_asm!(
    ".section .rodata.big,\"a\"",
    ".globl big",
    "big:",
    ".zero 1073741824"
);
extern "C" {
    static big: u8;
}
fn main() {
    println!("{:p}", unsafe { core::ptr::addr_of!(big) });
}
RUST
}

maven() {
  (cd "$app" && MAVEN_OPTS="-Xmx$heap -XX:+ExitOnOutOfMemoryError -Xlog:gc*:file=$work/gc.log" \
    mvn -B -q "$@") >"$work/maven.log" 2>&1
}
# Used before a collection: the peak, garbage included. Used after one, or at the end: what was needed, at most.
measure() {
  local name=$1 result=ok
  shift
  maven "$@" || { result=FAILED failed=1; }
  awk -v name="$name" -v heap="$heap" -v result="$result" '
    /Pause .*[0-9]M->[0-9]+M\(/ {
      split($0, part, "->"); before = part[1]; sub(/.* /, "", before)
      if (before + 0 > peak) peak = before + 0
      if (part[2] + 0 > needed) needed = part[2] + 0
    }
    / heap .*total .*used / {
      used = $0; sub(/.*used /, "", used)
      if (used / 1024 > peak) peak = used / 1024
    }
    END {printf "%-10s %4d MiB at its peak, at most %4d MiB after a collection, of %s: %s\n",
      name, peak, needed, heap, result}' "$work/gc.log"
  [ "$result" = ok ] || tail -20 "$work/maven.log"
  rm -f "$work/gc.log"
}

run() {
  app=$work/$1
  case $1 in
    maven)
      crate "$app" ''
      project "$app" host
      measure "$1" -o package -Drust.skip ;;
    six)
      project "$app" x86_64-unknown-linux-musl,aarch64-unknown-linux-gnu,armv7-unknown-linux-gnueabihf,x86_64-pc-windows-gnu,x86_64-apple-darwin,aarch64-apple-darwin
      cp -r examples/seed-app/{Cargo.toml,Cargo.lock,build.rs,src} "$app"
      measure "$1" -o package ;;
    tools)
      crate "$app" ''
      project "$app" aarch64-unknown-linux-gnu
      measure "$1" package "-Drust.cacheDir=$work/cache"
      [ "$(find "$work/cache" -name zig -type f -size +10M | wc -l)" = 1 ] ||
        { echo "zig was not fetched: is it on PATH?"; failed=1; }
      rm -rf "$work/cache" ;;
    packages)
      packages "$app"
      project "$app" x86_64-unknown-linux-musl,aarch64-unknown-linux-gnu
      measure "$1" -o "$goal:plan"
      metadata ;;
    crates)
      crate "$app" '[dependencies]
axum = "0.8"
bevy = "0.15"
datafusion = "44"
sqlx = { version = "0.8", features = ["postgres", "sqlite", "mysql"] }
windows = { version = "0.58", features = ["Win32_UI_WindowsAndMessaging"] }'
      project "$app" x86_64-unknown-linux-musl,x86_64-pc-windows-gnu
      cargo fetch -q --manifest-path "$app/Cargo.toml"
      measure "$1" -o "$goal:plan"
      metadata ;;
    binary)
      binary "$app"
      project "$app" x86_64-unknown-linux-musl
      measure "$1" -o package
      find "$app/target/rust-cross/x86_64-unknown-linux-musl" -type f -printf '             %f: %s bytes\n' ;;
    *) echo "no such case: $1" && exit 2 ;;
  esac
  rm -rf "$app"
}
metadata() {
  printf '             cargo metadata: %s bytes, %s packages\n' \
    "$(cargo metadata --offline --format-version 1 --manifest-path "$app/Cargo.toml" 2>/dev/null | wc -c)" \
    "$(grep -c '^\[\[package' "$app/Cargo.lock")"
}

names=("$@")
[ ${#names[@]} -gt 0 ] || names=(maven six tools packages crates binary)
for name in "${names[@]}"; do run "$name"; done
exit $failed
