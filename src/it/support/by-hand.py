"""What the goal test does, by hand: the same call of cargo, but with the runners set in it.

by-hand.py <log of mvn -X ... test> <script to write>

The script takes triples as arguments and runs `cargo test` for them. The call of cargo, its
variables and the runners are those that the goal tells under -X.
"""

import re
import shlex
import sys

RECORDER = re.compile(r'target\.("?)(.+?)\1\.runner=')


def call(log):
    """The words of cargo's command line, and the variables that are set for it."""
    lines = iter(open(log, encoding="utf-8"))
    line = next(line for line in lines if line.startswith("[DEBUG] cargo test "))
    words = shlex.split(line[len("[DEBUG] "):])
    variables = {}
    for line in lines:
        found = re.match(r"\[DEBUG\]   (\w+)=(.*)   \[.+\]$", line)
        if not found:
            return words, variables
        if found[1] not in ("RUSTDOC", "RUST_CROSS_TEST_RECORD") and " --run " not in found[2]:
            variables[found[1]] = found[2]
    raise SystemExit(f"{log} ends in the middle")


def runners(log):
    """For each triple the runner's words and variables."""
    found, triple, inside = {}, None, False
    for line in open(log, encoding="utf-8"):
        line = re.sub(r"^\[DEBUG\] ?", "", line.rstrip("\n"))
        if target := re.fullmatch(r"([a-z0-9_.]+(?:-[a-z0-9_.]+)+):", line):
            triple, inside = target[1], False
        elif line.startswith("  runs here: "):
            found[triple], inside = ([], {}), True
        elif inside and line.endswith(" <program>"):
            found[triple][0].extend(shlex.split(line)[:-1])
        elif inside and (variable := re.match(r"    (\w+)=(.*)   \[.+\]$", line)):
            found[triple][1][variable[1]] = variable[2]
        else:
            inside = False
    return found


def main(log, script):
    words, variables = call(log)
    known = runners(log)
    common, targets, position = [], {}, 0
    while position < len(words):
        word = words[position]
        following = words[position + 1] if position + 1 < len(words) else ""
        if word == "--target":
            targets.setdefault(following, [])
            position += 1
        elif word == "--config" and following.startswith("target."):
            if not RECORDER.match(following):
                triple = re.match(r'target\."?([\w.-]+?)"?\.\w+=', following)[1]
                targets.setdefault(triple, []).extend([word, following])
            position += 1
        elif word == "--message-format":
            position += 1
        else:
            common.append(word)
        position += 1
    with open(script, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n")
        for name, value in variables.items():
            file.write(f"export {name}={shlex.quote(value)}\n")
        file.write("for triple; do\n  case $triple in\n")
        for triple, config in targets.items():
            command, environment = known[triple]
            line = ["--target", triple, *config]
            if command:
                toml = ",".join('"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"' for word in command)
                line += ["--config", f"target.{triple}.runner=[{toml}]"]
            file.write(f"    {triple})\n")
            for name, value in environment.items():
                file.write(f"      export {name}={shlex.quote(value)}\n")
            file.write(f"      set -- \"$@\" {shlex.join(line)} ;;\n")
        file.write("    *) echo \"$triple was not tested\" >&2; exit 2 ;;\n  esac\n  shift\ndone\n")
        file.write(f"exec {shlex.join(common)} \"$@\"\n")


main(*sys.argv[1:])
