#!/bin/sh
# Starts cargo in a container.
#
#   sh start-cargo.sh --rust FOLDER -- [ARGUMENT OF CARGO]...
#   sh start-cargo.sh [--release VERSION] [--target TRIPLE]... -- [ARGUMENT OF CARGO]...
#
# With --rust it is that Rust's, which is mounted there. Without, it is the image's own: where the
# image has rustup, of that release and with those targets, which are fetched if they are missing.
# Ends with 125 where there is no cargo that runs.
set -u

fail() {
  echo "error: $1" >&2
  exit 125
}

rust=
release=
targets=
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  case $1 in
    --rust) rust=$2 ;;
    --release) release=$2 ;;
    --target) targets="$targets $2" ;;
    *) fail "start-cargo: unknown option $1" ;;
  esac
  shift 2
done
shift

if [ -n "$rust" ]; then
  PATH=$rust/bin:$PATH
  export PATH
  said=$("$rust/bin/cargo" --version 2>&1) ||
    fail "the Rust of this machine does not run in the image ($said): take an image with glibc, or the image's own Rust (launcher.hostRust: [] in an overlay)"
elif command -v rustup >/dev/null 2>&1; then
  if [ -n "$release" ]; then
    RUSTUP_TOOLCHAIN=$release
    export RUSTUP_TOOLCHAIN
    rustup run "$release" rustc --version >/dev/null 2>&1 ||
      rustup toolchain install "$release" --profile minimal --no-self-update >&2 ||
      fail "rustup in the image cannot install Rust $release"
  fi
  installed=$(rustc --print sysroot)/lib/rustlib
  for target in $targets; do
    [ -d "$installed/$target/lib" ] || rustup target add "$target" >&2 ||
      fail "rustup in the image cannot install the standard library of $target"
  done
elif command -v cargo >/dev/null 2>&1; then
  version=$(rustc --version)
  case "$version" in
    "rustc $release "*) ;;
    *) echo "warning: the image's own Rust is used, $version, and not $release as on this machine" >&2 ;;
  esac
else
  fail "the image has no cargo: take one with Rust in it"
fi
exec cargo "$@"
