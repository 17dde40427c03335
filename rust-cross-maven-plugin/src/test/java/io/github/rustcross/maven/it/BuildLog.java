package io.github.rustcross.maven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A project's {@code build.log}, divided into the invocations of Maven it holds. */
public final class BuildLog {
  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");
  private static final Pattern END =
      Pattern.compile("(?m)^\\[(?:INFO|ERROR)] BUILD (SUCCESS|FAILURE)$");

  private final String text;

  private BuildLog(String text) {
    this.text = text;
  }

  /** Reads the log of a project. */
  public static BuildLog read(Path project) throws IOException {
    byte[] bytes = Files.readAllBytes(project.resolve("build.log"));
    return new BuildLog(ESCAPES.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll(""));
  }

  /** All of it, without colours. */
  public String text() {
    return text;
  }

  /** What the invocation of that number said, beginning with 1, up to and with its outcome. */
  public String invocation(int number) {
    List<Integer> ends = new ArrayList<>(List.of(0));
    Matcher matcher = END.matcher(text);
    while (matcher.find()) {
      ends.add(matcher.end());
    }
    if (number >= ends.size()) {
      throw new AssertionError("build.log has " + (ends.size() - 1) + " invocations:\n" + text);
    }
    // What follows an outcome is that invocation's own: times, and errors where it failed.
    int next = number + 1 < ends.size() ? start(ends.get(number), ends.get(number + 1)) : -1;
    return text.substring(
        number == 1 ? 0 : start(ends.get(number - 1), ends.get(number)),
        next < 0 ? text.length() : next);
  }

  private int start(int from, int to) {
    int scanning = text.indexOf("[INFO] Scanning for projects...", from);
    return scanning < 0 || scanning > to ? from : scanning;
  }
}
