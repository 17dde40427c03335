package io.github.rustcross.maven.verify.jni;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes as javac makes them, and the names that it has for their native methods. */
final class Javac {
  private static final Pattern FUNCTION = Pattern.compile("\\bJava_\\w+");

  private Javac() {}

  /**
   * Compiles sources.
   *
   * @param folder gets classes in {@code classes} and C headers in {@code headers}
   * @return the folder of classes
   */
  static Path compile(Path folder, String... sources) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path headers = Files.createDirectories(folder.resolve("headers"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-d", classes.toString(), "-h", headers.toString()),
                null,
                Arrays.stream(sources).map(Source::new).toList())
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
    return classes;
  }

  /** The functions that the headers of a compilation declare. */
  static Set<String> functions(Path folder) throws IOException {
    Set<String> functions = new TreeSet<>();
    try (Stream<Path> headers = Files.list(folder.resolve("headers"))) {
      for (Path header : headers.toList()) {
        functions.addAll(
            FUNCTION
                .matcher(Files.readString(header))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet()));
      }
    }
    return functions;
  }

  private static final class Source extends SimpleJavaFileObject {
    private static final Pattern NAME =
        Pattern.compile("(?:package ([\\w.$]+);)?.*?(?:class|enum) ([\\w$]+)", Pattern.DOTALL);

    private final String text;

    Source(String text) {
      super(URI.create("string:///" + path(text) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    private static String path(String text) {
      MatchResult name = NAME.matcher(text).results().findFirst().orElseThrow(AssertionError::new);
      return name.group(1) == null
          ? name.group(2)
          : name.group(1).replace('.', '/') + "/" + name.group(2);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
