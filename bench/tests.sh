#!/usr/bin/env bash
# What the goal test costs beyond `cargo test` with the same runners set by hand, in one run:
#
#   a  mvn -o -q verify, with the goal test for all targets
#   b  mvn -o -q verify -Drust.test.skip     (Maven itself)
#   c  cargo test, with the command line and the variables of a, and with the runners of a
#
# All is compiled before. (a - b - c) / number of targets is what the goal adds to each of them. The three take
# turns, so that a busy machine is busy for all of them; the first round is dropped.
#
# Usage: bench/tests.sh [--check] [rounds]   8 rounds by default; --check: exit code 1 beyond the limit
# Run `mvn -B install -DskipTests -Drust.skip` first; needs qemu-user, wine64 and the C libraries of the targets.
set -euo pipefail
cd "$(dirname "$0")/.."

limit=0.5
check=false
[ "${1:-}" != --check ] || { check=true; shift; }
rounds=${1:-8}
[[ $rounds =~ ^[0-9]+$ ]] && [ "$rounds" -ge 2 ] || { echo "at least 2 rounds, not '$rounds'"; exit 2; }
# shellcheck source=bench/maven-project.sh
. bench/maven-project.sh
targets=(x86_64-unknown-linux-gnu x86_64-unknown-linux-musl aarch64-unknown-linux-gnu aarch64-unknown-linux-musl
  armv7-unknown-linux-gnueabihf riscv64gc-unknown-linux-gnu s390x-unknown-linux-gnu x86_64-pc-windows-gnu wasm32-wasip1)
list=$(IFS=,; echo "${targets[*]}")
project "$work/app" "$list" test
cp -r src/it/tests/{Cargo.toml,Cargo.lock,src,tests} "$work/app"
# Its one test that fails on big-endian machines would end cargo and Maven with an error.
sed -i '/fn bytes_of_a_number/i #[cfg(target_endian = "little")]' "$work/app/src/lib.rs"

maven() { (cd "$work/app" && mvn -o -B "$@") >"$work/maven.log" 2>&1 || { cat "$work/maven.log"; exit 1; }; }
by_hand() { (cd "$work/app" && sh "$work/by-hand.sh" "${targets[@]}") >"$work/cargo.log" 2>&1 || { cat "$work/cargo.log"; exit 1; }; }
timed() {
  local name=$1 TIMEFORMAT='%R'
  shift
  { time "$@" 2>&3; } 3>&2 2>"$work/time"
  [ "$round" = 1 ] || echo "$name $(tail -1 "$work/time")" >>"$work/times"
}

echo "Compiling once, so that only running is left"
maven verify
maven -X verify
python3 src/it/support/by-hand.py "$work/maven.log" "$work/by-hand.sh"
for ((round = 1; round <= rounds; round++)); do
  timed a maven -q verify
  timed b maven -q verify -Drust.test.skip
  timed c by_hand
done
# Both ran the same tests.
ours=$(grep -o 'tests="[0-9]*"' -rh "$work/app/target/surefire-reports" | tr -dc '0-9\n' | paste -sd+ | bc)
own=$(grep -c '^ *Running tests/own.rs' "$work/cargo.log")
hand=$(sed -n 's/^test result: ok\. \([0-9]*\) passed; 0 failed; \([0-9]*\) ignored.*/\1+\2/p' "$work/cargo.log" | paste -sd+ | bc)
[ "$ours" = $((hand + own)) ] || { echo "$ours tests by the goal, $hand + $own by hand"; exit 1; }

echo "$ours tests on ${#targets[@]} targets, $((rounds - 1)) rounds, seconds"
awk -v limit="$limit" -v check="$check" -v targets="${#targets[@]}" '
  {value[$1, ++count[$1]] = $2}
  function sort(name,   i, j, t) {
    n = 0
    for (i = 1; i <= count[name]; i++) {
      t = value[name, i]
      for (j = n++; j > 0 && s[j] > t; j--) s[j+1] = s[j]
      s[j+1] = t
    }
  }
  function median(name) { sort(name); return n % 2 ? s[(n+1)/2] : (s[n/2] + s[n/2+1]) / 2 }
  function least(name) { sort(name); return s[1] }
  function row(text, name) { printf "%-34s median %7.3f   least %7.3f\n", text, median(name), least(name) }
  END {
    row("a  mvn verify", "a"); row("b  with -Drust.test.skip", "b"); row("c  cargo test, runners by hand", "c")
    rest = median("a") - median("b") - median("c")
    each = rest / targets
    printf "%-34s median %7.3f   least %7.3f\n", "a - b - c", rest, least("a") - least("b") - least("c")
    within = each <= limit
    printf "Added to each target: %.3f s, %s the limit of %s s\n", each, within ? "within" : "BEYOND", limit
    if (check == "true" && !within) exit 1
  }' "$work/times"
