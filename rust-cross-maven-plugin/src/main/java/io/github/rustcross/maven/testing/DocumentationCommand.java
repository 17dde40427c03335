package io.github.rustcross.maven.testing;

import java.util.ArrayList;
import java.util.List;

/** The call of rustdoc that cargo would make, with the runner that is meant. */
final class DocumentationCommand {
  private static final String TOOL = "--test-runtool";
  private static final String TOOL_ARGUMENT = "--test-runtool-arg";

  private DocumentationCommand() {}

  /**
   * The arguments.
   *
   * @param recorded cargo's, with the recorder as the runner
   * @param runner what comes before a program; nothing where this machine runs it itself
   * @param rustflags the target's flags for rustc, which cargo gives to rustc alone
   */
  static List<String> arguments(
      List<String> recorded, List<String> runner, List<String> rustflags) {
    List<String> line = new ArrayList<>();
    boolean recorder = false;
    for (int i = 0; i < recorded.size(); i++) {
      String word = recorded.get(i);
      if (word.equals(TOOL)) {
        recorder = true;
        i++;
      } else if (recorder && word.equals(TOOL_ARGUMENT)) {
        i++;
      } else {
        line.add(word);
      }
    }
    if (!runner.isEmpty()) {
      line.addAll(List.of(TOOL, runner.get(0)));
      runner.stream().skip(1).forEach(word -> line.addAll(List.of(TOOL_ARGUMENT, word)));
    }
    line.addAll(linking(rustflags));
    return line;
  }

  /** Those that rustdoc takes as well (The rustdoc Book, "Command-line arguments"). */
  private static List<String> linking(List<String> rustflags) {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < rustflags.size(); i++) {
      String flag = rustflags.get(i);
      boolean alone = List.of("-C", "--codegen", "-L", "-Z", "--cfg", "--check-cfg").contains(flag);
      if (alone && i + 1 < rustflags.size()) {
        i++;
        taken.addAll(List.of(flag, rustflags.get(i)));
      } else if (flag.matches("-[CLZ].+|--(codegen|cfg|check-cfg)=.+")) {
        taken.add(flag);
      }
    }
    return taken;
  }
}
