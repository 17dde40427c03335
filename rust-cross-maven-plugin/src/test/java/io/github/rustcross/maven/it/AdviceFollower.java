package io.github.rustcross.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Does what an explanation says, word for word: options, variables, commands, lines of files. */
final class AdviceFollower {
  private static final String APT = "apt-get install -y ";
  private static final List<String> COMMANDS =
      List.of("cargo ", "rustup ", "grep ", "env ", "rustc ", "apt-cache ", "llvm-strip ");

  private final FailingBuild build;
  private final String file;

  /**
   * A follower.
   *
   * @param file to which lines are added that are nothing else
   */
  AdviceFollower(FailingBuild build, String file) {
    this.build = build;
    this.file = file;
  }

  void follow(List<String> lines) throws IOException, InterruptedException {
    List<String> text = new ArrayList<>();
    for (String line : lines) {
      String plain = line.replaceFirst("^sudo ", "");
      if (plain.startsWith("-D")) {
        List.of(plain.split(" ")).forEach(build::option);
      } else if (plain.startsWith("export ")) {
        String[] parts = plain.substring("export ".length()).split("=", 2);
        build.variable(parts[0], parts[1].replaceAll("^\"|\"$", ""));
      } else if (plain.startsWith("unset ")) {
        List.of(plain.substring("unset ".length()).split(" "))
            .forEach(name -> build.variable(name, ""));
      } else if (plain.startsWith("ulimit ")) {
        continue;
      } else if (plain.equals("mvn clean package")) {
        build.shell("rm -rf target");
      } else if (plain.startsWith("mvn rust-cross:")) {
        build.goal(List.of(plain.substring("mvn rust-cross:".length()).split(" ")));
      } else if (plain.startsWith(APT)) {
        installed(List.of(plain.substring(APT.length()).split(" ")));
      } else if (COMMANDS.stream().anyMatch(plain::startsWith)) {
        build.shell(plain);
      } else {
        text.add(line);
      }
    }
    if (!text.isEmpty()) {
      if (file.isEmpty()) {
        throw new AssertionError("where do these lines go? " + text);
      }
      Path path = build.folder().resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(
          path,
          String.join("\n", text) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /** Packages are not installed by a test; that they exist and are those of this is. */
  private void installed(List<String> packages) throws IOException, InterruptedException {
    for (String name : packages) {
      Exec.Result result =
          Exec.run(build.folder(), Map.of(), List.of("dpkg-query", "-W", "-f", "${Status}", name));
      if (!result.stdout().endsWith(" installed")) {
        throw new AssertionError("the advice is to install " + name + ", which is not here");
      }
    }
  }
}
