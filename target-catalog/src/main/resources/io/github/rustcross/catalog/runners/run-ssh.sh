#!/bin/sh
# Runs a program on another machine.
#
#   sh run-ssh.sh DESTINATION PROGRAM [ARGUMENT]...
#
# DESTINATION is [user@]host[:folder] or ssh://[user@]host[:port][/folder], as ssh and scp take them;
# without a folder it is the temporary one there. PROGRAM is copied into a folder of its own below
# that and runs there, without standard input. Its output and its exit code are handed on, then the
# folder is removed. The standard input of the session is its lifeline: when it ends, because this
# script ended, however that came about, or because the connection broke, the program is ended there.
# 255 is ssh's own exit code; 125 means that the program could not be copied or started there.
set -u

usage() {
  echo "run-ssh: usage: run-ssh.sh [user@]host[:folder]|ssh://[user@]host[:port][/folder] PROGRAM [ARGUMENT]..." >&2
  exit 125
}

# One word for a POSIX shell. The x keeps line ends at the end of the value.
quoted() {
  word=$(printf '%sx' "$1" | sed "s/'/'\\\\''/g")
  printf "'%s'" "${word%x}"
}

[ $# -ge 2 ] || usage
destination=$1
program=$2
shift 2

port=
case $destination in
  ssh://*)
    rest=${destination#ssh://}
    host=${rest%%/*}
    case $rest in
      */~/*) folder=${rest#*/~/} ;;
      */?*) folder=/${rest#*/} ;;
      *) folder= ;;
    esac
    case ${host##*@} in
      \[*\]:*) port=${host##*:} host=${host%:*} ;;
      \[*) ;;
      *:*) port=${host##*:} host=${host%:*} ;;
    esac
    ;;
  *\]:*) host=${destination%%\]:*}] folder=${destination#*\]:} ;;
  *\]) host=$destination folder= ;;
  *:*) host=${destination%%:*} folder=${destination#*:} ;;
  *) host=$destination folder= ;;
esac
case $host in
  *\[*\]) host=$(printf %s "$host" | tr -d '[]') ;;
esac
case ${host##*@} in
  '' | -*) usage ;;
esac
case $port in
  *[!0-9]*) usage ;;
esac
if ! [ -f "$program" ] || ! [ -r "$program" ]; then
  echo "run-ssh: $program cannot be read" >&2
  exit 125
fi

sum=$(cksum <"$program") || exit 125
checksum=${sum%% *}
size=${sum#* }

# What tells tests and their harness how to behave, and of which package they are.
exports=
names='^(RUST_[A-Z0-9_]*|CARGO_PKG_[A-Z0-9_]*|CARGO_MANIFEST_DIR|NO_COLOR|(INSTA|PROPTEST|QUICKCHECK)_[A-Z_]*)$'
for name in $(env | sed -n 's/^\([A-Z][A-Z0-9_]*\)=.*/\1/p' | grep -E "$names" | sort -u); do
  eval "[ -n \"\${$name+x}\" ]" || continue
  eval "value=\$$name"
  exports="${exports}export $name=$(quoted "$value"); "
done
line=
for argument in "$@"; do
  line="$line $(quoted "$argument")"
done

# What runs there. Its words come before it, so that the text itself needs no filling in.
there='
say() { echo "run-ssh: on $host: $1" >&2; exit 125; }
base=${folder:-${TMPDIR:-/tmp}}
mkdir -p "$base" || say "the folder $base cannot be made"
place=$base/rust-cross-$checksum-$$
mkdir "$place" || say "the folder $place cannot be made"
trap "rm -rf \"\$place\"" EXIT
trap "exit 143" HUP INT TERM
file=$place/$name
head -c "$size" >"$file" && chmod 700 "$file" || say "$file cannot be written"
[ "$(wc -c <"$file")" -eq "$size" ] || say "$file did not arrive as a whole"
cd "$place" || exit 125
# A shell, and whatever else starts programs, would take one of another machine for a script.
elf_machine() {
  [ "$1 $2 $3 $4" = "127 69 76 70" ] || return 0
  if [ "$6" -eq 1 ]; then echo $((${19} + ${20} * 256)); else echo $((${20} + ${19} * 256)); fi
}
here=$(uname -m)
machine=$(elf_machine $(od -An -tu1 -N20 "$name"))
case $here-$machine in
  *-) ;;
  x86_64-62 | x86_64-3 | i?86-3) ;;
  aarch64-183 | aarch64-40 | arm*-40) ;;
  riscv64-243 | s390x-22 | ppc64*-21 | mips*-8 | loongarch64-258) ;;
  x86_64-* | i?86-* | aarch64-* | arm*-* | riscv64-* | s390x-* | ppc64*-* | mips*-* | loongarch64-*)
    say "the program is for another machine (ELF machine $machine) than $here"
    ;;
esac
exec 4<&0
if command -v setsid >/dev/null 2>&1; then
  setsid "./$name" "$@" </dev/null 4<&- &
  group=-$!
else
  "./$name" "$@" </dev/null 4<&- &
  group=$!
fi
child=$!
# Where nobody reads any more, what a shell says of an ended program would end it before it tidies up.
trap "" PIPE
(
  read -r nothing <&4
  kill -TERM "$group"
  sleep 2
  kill -KILL "$group"
) >/dev/null 2>&1 &
watcher=$!
exec 4<&-
wait "$child"
code=$?
kill "$watcher" 2>/dev/null
kill -KILL "$group" 2>/dev/null
exit "$code"
'
words="host=$(quoted "$host") folder=$(quoted "$folder") name=$(quoted "${program##*/}")"
there="$exports$words checksum=$checksum size=$size$there"

scratch=$(mktemp -d "${TMPDIR:-/tmp}/rust-cross-ssh.XXXXXX") || exit 125
trap 'rm -rf "$scratch"' EXIT
mkfifo "$scratch/in" || exit 125

# It never asks for anything, and notices within a minute that the other machine is gone.
ssh -T -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15 -o ServerAliveCountMax=3 \
  ${port:+-p "$port"} -- "$host" "exec sh -c $(quoted "$there") sh$line" <"$scratch/in" &
session=$!
exec 3>"$scratch/in"
rm -rf "$scratch"

# The other side ends the program; where it does not answer, the session ends.
stop() {
  trap '' HUP INT TERM
  kill $copying 2>/dev/null
  exec 3>&-
  (sleep 5 && kill "$session") >/dev/null 2>&1 &
  wait "$session"
  exit "$1"
}
copying=
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 143' TERM

# In the background, because a shell hears of signals between two commands only.
cat "$program" >&3 2>/dev/null &
copying=$!
wait "$copying"
wait "$session"
code=$?
if [ "$code" -eq 255 ]; then
  echo "run-ssh: the connection to $host failed or broke (or the program ended with 255). It has to work without a password being asked for; try: ssh -o BatchMode=yes${port:+ -p $port} $host true" >&2
fi
exit "$code"
