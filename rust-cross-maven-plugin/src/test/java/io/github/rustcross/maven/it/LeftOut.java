package io.github.rustcross.maven.it;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The targets that a build with the goal test left out, because nothing here runs them. */
public final class LeftOut {
  private static final Pattern LINE = Pattern.compile("(?m)^\\[WARNING] Not tested: ([^:]+): ");

  private LeftOut() {}

  /**
   * Those of which this is said, without some that are always left out; a note is taken of each,
   * with the packages that would change it.
   */
  public static List<String> of(String log, String... always) {
    Matcher matcher = LINE.matcher(log);
    List<String> left =
        matcher
            .results()
            .flatMap(line -> Arrays.stream(line.group(1).split(", ")))
            .filter(triple -> !Arrays.asList(always).contains(triple))
            .distinct()
            .toList();
    for (String triple : left) {
      String needed =
          triple.contains("windows") ? "wine64" : triple.contains("wasm") ? "python3" : "qemu-user";
      SkippedChecks.needPackages("tests on " + triple, needed);
    }
    return left;
  }
}
