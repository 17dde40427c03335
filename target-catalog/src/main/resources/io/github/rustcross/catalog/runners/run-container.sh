#!/bin/sh
# Runs a program, or cargo, in a container of docker or podman.
#
#   sh run-container.sh ENGINE IMAGE [OPTION]... PROGRAM [ARGUMENT]...
#   sh run-container.sh ENGINE IMAGE --start SCRIPT [OPTION]... -- [ARGUMENT OF CARGO]...
#
#   --dir PATH        is mounted under the same path
#   --read PATH       the same, and cannot be written
#   --cache FOLDER    the same as --dir, made if it is not there; a volume of the engine where the
#                     engine has a machine of its own (not on Linux)
#   --env NAME        a variable that goes in
#   --start SCRIPT    what starts cargo in the container: start-cargo.sh
#   --rust FOLDER     with --start: the Rust of this machine that is used, mounted to be read
#   --release VERSION, --target TRIPLE
#                     with --start and without --rust: what the image's own Rust has to be and to have
#
# The current folder is the current one in the container too, and the program runs as the user who
# calls. Without --start the program's own folder is mounted, and the variables of cargo and of test
# harnesses go in. The exit code is handed on; the container is gone afterwards, and when this script
# is ended. Exit codes 125 to 127 are the engine's.
set -u

usage() {
  echo "run-container: usage: run-container.sh ENGINE IMAGE [--dir FOLDER]... PROGRAM [ARGUMENT]..." >&2
  exit 125
}

line_end='
'
[ $# -ge 3 ] || usage
engine=$1
image=$2
shift 2
mounts="rw $PWD$line_end"
caches=
names=
start=
rust=
words=
while [ $# -ge 2 ]; do
  case $1 in
    --dir) mounts="${mounts}rw $2$line_end" ;;
    --read) mounts="${mounts}ro $2$line_end" ;;
    --cache) caches="$caches$2$line_end" ;;
    --env) names="$names$2$line_end" ;;
    --start) start=$2 ;;
    --rust) rust=$2 ;;
    --release | --target) words="$words$1$line_end$2$line_end" ;;
    *) break ;;
  esac
  shift 2
done
engine_is_local=yes
[ "$(uname -s)" = Linux ] || engine_is_local=

if [ -n "$start" ]; then
  [ "${1-}" = -- ] || usage
  mounts="${mounts}ro ${start%/*}$line_end"
  if [ -n "$rust" ]; then
    mounts="${mounts}ro $rust$line_end"
    words="--rust$line_end$rust$line_end"
  fi
  set -f
  IFS=$line_end
  # shellcheck disable=SC2086
  set -- --pull=never "$image" /bin/sh "$start" $words "$@"
  unset IFS
else
  [ $# -ge 1 ] || usage
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
  mounts="${mounts}rw ${program%/*}$line_end"
  pattern='^(RUST_[A-Z0-9_]*|CARGO[A-Z0-9_]*|NO_COLOR|(INSTA|PROPTEST|QUICKCHECK)_[A-Z_]*)$'
  names=$(env | sed -n 's/^\([A-Z][A-Z0-9_]*\)=.*/\1/p' | grep -E "$pattern" | sort -u)
fi

# What is called docker may be podman.
podman=
case $engine in
  *podman*) podman=yes ;;
  *) case $("$engine" --version 2>/dev/null) in *podman*) podman=yes ;; esac ;;
esac
user=$(id -u):$(id -g)
if [ -n "$start" ] && [ -z "$engine_is_local" ]; then
  # The engine's own machine gives files in mounted folders to the user who calls, whoever writes
  # them; volumes are root's.
  set -- --user 0:0 "$@"
elif [ -n "$podman" ] && [ "$user" != 0:0 ]; then
  set -- --userns=keep-id "$@"
elif [ -z "$podman" ] && [ "$user" != 0:0 ] && [ -n "$engine_is_local" ] &&
  "$engine" info --format '{{.SecurityOptions}}' 2>/dev/null | grep -q rootless; then
  # There root is the user who calls.
  set -- --user 0:0 "$@"
else
  set -- --user "$user" "$@"
fi
# As the first process of a container a program would not end by signals of its own, such as abort's.
# podman has what stands before it in a package that may be missing.
if [ -z "$podman" ]; then
  set -- --init "$@"
else
  for init in /usr/libexec/podman/catatonit /usr/libexec/catatonit "$(command -v catatonit)"; do
    [ -x "$init" ] && set -- --init "$@" && break
  done
fi

# Commas part the fields of --mount, whose values are quoted as in CSV.
field() {
  case $2 in
    *[,\"]*) printf '"%s=%s"' "$1" "$(printf %s "$2" | sed 's/"/""/g')" ;;
    *) printf '%s=%s' "$1" "$2" ;;
  esac
}
mounted=
IFS=$line_end
set -f
for name in $names; do
  set -- --env "$name" "$@"
done
for folder in $caches; do
  if [ -n "$engine_is_local" ]; then
    mkdir -p "$folder"
    mounts="${mounts}rw $folder$line_end"
  else
    volume=rust-cross-$(printf %s "$folder" | sed 's/[^A-Za-z0-9]/-/g')
    set -- --mount "type=volume,source=$volume,$(field target "$folder")" "$@"
  fi
done
if [ -n "$start" ] && [ -z "$rust" ] && [ -z "$engine_is_local" ]; then
  # What rustup fetches is kept, with what the image has of it.
  home=$("$engine" image inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$image" |
    sed -n 's/^RUSTUP_HOME=//p')
  volume=rust-cross-rustup-$(printf %s "$image" | cksum | cut -d ' ' -f 1)
  [ -z "$home" ] ||
    set -- --mount "type=volume,source=$volume,$(field target "$home/toolchains")" "$@"
fi
for mount in $mounts; do
  folder=${mount#* }
  # Another mount of what lies in a mounted folder would only repeat it; / is the container's own.
  case "$line_end$mounted" in
    *"$line_end$folder$line_end"*) continue ;;
  esac
  [ -e "$folder" ] && [ "$folder" != / ] || continue
  mounted="$mounted$folder$line_end"
  case $mount in
    ro*) only=,readonly ;;
    *) only= ;;
  esac
  set -- --mount "type=bind,$(field source "$folder"),$(field target "$folder")$only" "$@"
done
unset IFS

container=rust-cross-$$-$(date +%s)
"$engine" run --rm --name "$container" --workdir "$PWD" --security-opt label=disable "$@" </dev/null &
running=$!
stop() {
  trap '' HUP INT TERM
  # It may not have begun: then there is nothing to be ended yet.
  (
    while kill -0 "$running"; do
      "$engine" kill "$container"
      sleep 0.5
    done
  ) >/dev/null 2>&1 &
  (sleep 4 && kill -KILL "$running") >/dev/null 2>&1 &
  wait "$running"
  "$engine" rm --force "$container" >/dev/null 2>&1
  exit "$1"
}
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 143' TERM
wait "$running"
exit $?
