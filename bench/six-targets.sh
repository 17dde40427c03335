#!/usr/bin/env bash
# What six targets of examples/seed-app cost from cold caches, against the alternatives, in one run:
#
#   ours       mvn package -Drust.targets=<six>
#   by-hand    cargo build --target … --target … with the toolchain and settings of `ours`
#   zigbuild   cargo zigbuild with all six --targets
#   loop       cargo zigbuild, one target after the other
#   ours-musl, zigbuild-musl   x86_64-unknown-linux-musl alone
#
# Cold means: an empty cargo target folder and an empty zig cache before each. Crates are downloaded,
# std is installed and tools are fetched beforehand. Usage: bench/six-targets.sh [name …]
# Needs what the first README command needs; run `mvn -B install -DskipTests -Drust.skip` first.
set -euo pipefail
cd "$(dirname "$0")/.."

app=$PWD/examples/seed-app
work=$(mktemp -d "${TMPDIR:-/tmp}/rust-cross-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
cache=${XDG_CACHE_HOME:-$HOME/.cache}/rust-cross
targets=(x86_64-unknown-linux-musl aarch64-unknown-linux-gnu armv7-unknown-linux-gnueabihf
  x86_64-pc-windows-gnu x86_64-apple-darwin aarch64-apple-darwin)
# The floors that `ours` promises.
floored=(x86_64-unknown-linux-musl aarch64-unknown-linux-gnu.2.17
  armv7-unknown-linux-gnueabihf.2.17 x86_64-pc-windows-gnu x86_64-apple-darwin aarch64-apple-darwin)
zig=$(find "$cache/tools/zig" -type f -name zig | head -1)
zigbuild=$(find "$cache/tools/cargo-zigbuild" -type f -name cargo-zigbuild | head -1)
[ -x "$zig" ] && [ -x "$zigbuild" ] || { echo "run the first README command once: it fetches zig"; exit 1; }
export CARGO_ZIGBUILD_ZIG_PATH=$zig
joined() { local IFS=,; echo "$*"; }
flags() { for triple in "$@"; do printf -- '--target %s ' "$triple"; done; }

maven() {
  mvn -o -B -q -f "$app/pom.xml" package -Drust.targets="$1" -Drust.targetDir="$work/target"
}
# The command and the variables that `ours` would use, taken from its plan.
by_hand() {
  mvn -o -B -f "$app/pom.xml" io.github.rustcross:rust-cross-maven-plugin:plan \
    -Drust.targets="$(joined "${targets[@]}")" -Drust.targetDir="$work/target" >"$work/plan"
  sed -n 's/^\[INFO\]     \([A-Za-z0-9_]*=.*[^ ]\)   \[.*\]$/\1/p' "$work/plan" >"$work/variables"
  mapfile -t variables <"$work/variables"
  local rustflags=()
  while read -r config; do rustflags+=(--config "$config"); done < <(
    sed -n 's/^\[INFO\]   cargo //p' "$work/plan" | grep -o 'target\.[a-z0-9_-]*\.rustflags=\[[^]]*\]')
  cold
  # shellcheck disable=SC2046
  timed by-hand env "${variables[@]}" cargo build --offline --release -q \
    --manifest-path "$app/Cargo.toml" --target-dir "$work/target" \
    $(flags "${targets[@]}") "${rustflags[@]}"
}
loop() {
  for triple in "${floored[@]}"; do
    "$zigbuild" zigbuild --offline --release -q --manifest-path "$app/Cargo.toml" \
      --target-dir "$work/target" --target "$triple"
  done
}
cold() {
  rm -rf "$work/target" "$work/zig"
  export ZIG_GLOBAL_CACHE_DIR=$work/zig
}
# Wall time decides; processor time tells whether the machine had other things to do.
timed() {
  local name=$1 real user system TIMEFORMAT='%R %U %S'
  shift
  { time "$@" 2>&3; } 3>&2 2>"$work/time"
  read -r real user system < <(tail -1 "$work/time")
  echo "$name $real $user $system" >>"$work/times"
  printf '%-14s %7.1f s wall, %7.1f s processor\n' "$name" "$real" "$(echo "$user + $system" | bc)"
}
run() {
  cold
  # shellcheck disable=SC2046
  case $1 in
    ours) timed ours maven "$(joined "${targets[@]}")" ;;
    by-hand) by_hand ;;
    zigbuild) timed zigbuild "$zigbuild" zigbuild --offline --release -q \
      --manifest-path "$app/Cargo.toml" --target-dir "$work/target" $(flags "${floored[@]}") ;;
    loop) timed loop loop ;;
    ours-musl) timed ours-musl maven "${targets[0]}" ;;
    zigbuild-musl) timed zigbuild-musl "$zigbuild" zigbuild --offline --release -q \
      --manifest-path "$app/Cargo.toml" --target-dir "$work/target" --target "${targets[0]}" ;;
    *) echo "no such measurement: $1" && exit 1 ;;
  esac
}
ratio() {
  awk -v a="$1" -v b="$2" -v limit="$3" '{wall[$1]=$2; cpu[$1]=$3+$4}
    END {if (wall[a] && wall[b]) printf "%s / %s = %.2f wall (at most %s), %.2f processor\n",
      a, b, wall[a]/wall[b], limit, cpu[a]/cpu[b]}' "$work/times"
}

names=("$@")
[ ${#names[@]} -gt 0 ] || names=(ours-musl zigbuild-musl ours by-hand zigbuild loop)
for name in "${names[@]}"; do run "$name"; done
ratio ours by-hand 1.05
ratio ours loop 0.60
ratio ours zigbuild 0.92
ratio ours-musl zigbuild-musl 0.55
