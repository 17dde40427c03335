#!/bin/sh
# Runs a program in a container of docker or podman.
#
#   sh run-container.sh ENGINE IMAGE [--dir FOLDER]... PROGRAM [ARGUMENT]...
#
# Each FOLDER, the current folder and the program's own are mounted under the same paths, and the
# current folder is the current one in the container too. The program sees the variables of cargo and
# of test harnesses, and runs as the user who calls. Its exit code is handed on; the container is
# gone afterwards, and when this script is ended. Exit codes 125 to 127 are the engine's.
set -u

usage() {
  echo "run-container: usage: run-container.sh ENGINE IMAGE [--dir FOLDER]... PROGRAM [ARGUMENT]..." >&2
  exit 125
}

[ $# -ge 3 ] || usage
engine=$1
image=$2
shift 2
folders=$PWD
while [ "$1" = --dir ]; do
  [ $# -ge 3 ] || usage
  folders="$folders
$2"
  shift 2
done
program=$1
case $program in
  -*) usage ;;
  /*) ;;
  *) program=$PWD/$program ;;
esac
if ! [ -f "$program" ]; then
  echo "run-container: $program cannot be read" >&2
  exit 125
fi
shift
set -- "$image" "$program" "$@"
folders="$folders
${program%/*}"

# As the first process of a container a program would not end by signals of its own, such as abort's.
# podman has what stands before it in a package that may be missing.
case $engine in
  *podman*)
    [ "$(id -u)" -eq 0 ] || set -- --userns=keep-id "$@"
    for init in /usr/libexec/podman/catatonit /usr/libexec/catatonit "$(command -v catatonit)"; do
      [ -x "$init" ] && set -- --init "$@" && break
    done
    ;;
  *) set -- --init --user "$(id -u):$(id -g)" "$@" ;;
esac
names='^(RUST_[A-Z0-9_]*|CARGO[A-Z0-9_]*|NO_COLOR|(INSTA|PROPTEST|QUICKCHECK)_[A-Z_]*)$'
for name in $(env | sed -n 's/^\([A-Z][A-Z0-9_]*\)=.*/\1/p' | grep -E "$names" | sort -u); do
  set -- --env "$name" "$@"
done
line_end='
'
mounted=
IFS=$line_end
set -f
for folder in $folders; do
  # Another mount of what lies in a mounted folder would only repeat it; / is the container's own.
  case "$line_end$mounted" in
    *"$line_end$folder$line_end"*) continue ;;
  esac
  [ -d "$folder" ] && [ "$folder" != / ] || continue
  mounted="$mounted$folder$line_end"
  set -- --mount "type=bind,source=$folder,target=$folder" "$@"
done
unset IFS

container=rust-cross-$$-$(date +%s)
"$engine" run --rm --name "$container" --workdir "$PWD" --security-opt label=disable "$@" </dev/null &
running=$!
stop() {
  trap '' HUP INT TERM
  "$engine" kill "$container" >/dev/null 2>&1
  (sleep 5 && kill -KILL "$running") >/dev/null 2>&1 &
  wait "$running"
  exit "$1"
}
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 143' TERM
wait "$running"
exit $?
