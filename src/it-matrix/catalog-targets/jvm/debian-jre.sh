#!/bin/sh
# debian-jre.sh <architecture> <folder>: Debian's JRE for another processor, with what it loads, below <folder>/root.
set -eu
arch=$1 folder=$2
mkdir -p "$folder/apt/state/lists/partial" "$folder/apt/cache/archives/partial" "$folder/root"
: >"$folder/apt/status"
apt() {
  apt-get -qq -o APT::Architecture="$arch" -o APT::Architectures="$arch" -o Dir::State="$folder/apt/state" \
    -o Dir::State::status="$folder/apt/status" -o Dir::Cache="$folder/apt/cache" -o APT::Sandbox::User=root "$@"
}
apt update
cd "$folder/apt"
apt download openjdk-17-jre-headless libc6 libgcc-s1 libstdc++6 zlib1g liblcms2-2 libjpeg62-turbo libnss3 libnspr4
for package in *.deb; do dpkg-deb -x "$package" "$folder/root"; done
rm -r "$folder/apt"
