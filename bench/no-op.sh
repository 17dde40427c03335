#!/usr/bin/env bash
# What a build costs in which nothing has changed, for three targets of examples/seed-app, in one run:
#
#   a  mvn -o -q package
#   b  mvn -o -q package -Drust.skip       (Maven itself)
#   c  cargo alone, with the command line and the variables of a
#
# a - b - c is the plugin's own part. They take turns, so that a busy machine is busy for all three; a fourth
# call with -X gives the plugin's phases. The first round is dropped.
#
# Usage: bench/no-op.sh [--check] [rounds]   15 rounds by default; --check: exit code 1 beyond the limit
# Needs what the first README command needs; run `mvn -B install -DskipTests -Drust.skip` first.
set -euo pipefail
cd "$(dirname "$0")/.."

limit=0.3
check=false
[ "${1:-}" != --check ] || { check=true; shift; }
rounds=${1:-15}
[[ $rounds =~ ^[0-9]+$ ]] && [ "$rounds" -ge 2 ] || { echo "at least 2 rounds, not '$rounds'"; exit 2; }
# shellcheck source=bench/maven-project.sh
. bench/maven-project.sh
project "$work/app" x86_64-unknown-linux-musl,aarch64-unknown-linux-gnu,x86_64-pc-windows-gnu
cp -r examples/seed-app/{Cargo.toml,Cargo.lock,build.rs,src} "$work/app"

# The command and the variables of the plugin, as -X shows them; what it inherits, cargo inherits here.
cargo_command() {
  sed -n 's/^\[DEBUG\] \(cargo build .*\)$/\1/p' "$1" >"$work/command"
  [ "$(wc -l <"$work/command")" = 1 ] || { echo "not one cargo command in $1"; exit 1; }
  eval "command=($(cat "$work/command"))"
  mapfile -t variables < <(
    sed -n '/^\[DEBUG\] cargo build /,/^\[DEBUG\] phase cargo/s/^\[DEBUG\]   \([A-Za-z0-9_]*=.*[^ ]\)   \[.*\]$/\1/p' "$1")
}
maven() { (cd "$work/app" && mvn -o -B "$@" package) >"$work/maven.log" 2>&1 || { cat "$work/maven.log"; exit 1; }; }
cargo_alone() { (cd "$work/app" && env "${variables[@]}" "${command[@]}") >"$work/cargo.json" 2>"$work/cargo.err"; }
# Nothing compiled: every unit fresh, no word of cargo's but the last one.
no_op() {
  grep -q '"fresh":true' "$work/cargo.json" && ! grep -q '"fresh":false' "$work/cargo.json" &&
    [ "$(tr '\r' '\n' <"$work/cargo.err" | sed 's/\x1b\[[0-9;]*[A-Za-z]//g' |
      grep -cEv '^ *(Finished .*|Building \[.*)?$')" = 0 ] ||
    { echo "cargo did something:"; cat "$work/cargo.err"; exit 1; }
}
timed() {
  local name=$1 real user system TIMEFORMAT='%R %U %S'
  shift
  { time "$@" 2>&3; } 3>&2 2>"$work/time"
  read -r real user system < <(tail -1 "$work/time")
  [ "$round" = 1 ] || echo "$name $real $(echo "$user + $system" | bc)" >>"$work/times"
}

echo "Building once, so that nothing is left to do"
maven -q
maven -X
cargo_command "$work/maven.log"
for ((round = 1; round <= rounds; round++)); do
  timed a maven -q
  timed b maven -q -Drust.skip
  timed c cargo_alone
  no_op
  timed x maven -X
  [ "$round" = 1 ] || sed -n 's/^\[DEBUG\] phase \([a-z]*\): \([0-9]*\) ms$/\1 \2/p' "$work/maven.log" |
    awk '{if (!($1 in ms)) order[++n]=$1; ms[$1]+=$2} END {for (i=1; i<=n; i++) print order[i], ms[order[i]]}' \
      >>"$work/phases"
done

printf '%d rounds, seconds         wall median   minimum   processor median   minimum\n' $((rounds - 1))
awk -v limit="$limit" -v check="$check" '
  function sorted(name, column,   i, j, t) {
    n = 0
    for (i = 1; i <= count[name]; i++) {
      t = value[name, column, i]
      for (j = n++; j > 0 && s[j] > t; j--) s[j+1] = s[j]
      s[j+1] = t
    }
  }
  function median(name, column) {
    sorted(name, column)
    return n % 2 ? s[(n+1)/2] : (s[n/2] + s[n/2+1]) / 2
  }
  function least(name, column) { sorted(name, column); return s[1] }
  function row(text, name) {
    printf "%-24s %11.3f %9.3f %18.3f %9.3f\n", text,
      median(name, 1), least(name, 1), median(name, 2), least(name, 2)
  }
  function rest(column) { return median("a", column) - median("b", column) - median("c", column) }
  function rest_least(column) { return least("a", column) - least("b", column) - least("c", column) }
  {i = ++count[$1]; value[$1, 1, i] = $2; value[$1, 2, i] = $3}
  END {
    row("a  mvn package", "a"); row("b  with -Drust.skip", "b"); row("c  cargo alone", "c")
    printf "%-24s %11.3f %9.3f %18.3f %9.3f\n", "a - b - c", rest(1), rest_least(1), rest(2), rest_least(2)
    within = rest(1) <= limit
    printf "The plugin itself: %.3f s, %s the limit of %s s\n", rest(1), within ? "within" : "BEYOND", limit
    print "\nPhases with -X, milliseconds of wall time, median and minimum"
    while ((getline line < phases) > 0) {
      split(line, f)
      if (!(f[1] in count)) order[++m] = f[1]
      value[f[1], 1, ++count[f[1]]] = f[2]
    }
    for (k = 1; k <= m; k++) printf "%-24s %11d %9d\n", order[k], median(order[k], 1), least(order[k], 1)
    if (check == "true" && !within) exit 1
  }' phases="$work/phases" "$work/times"
