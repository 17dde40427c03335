package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Download;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads an entry of {@code downloads:}. */
final class DownloadReader {
  /** Debian Policy 5.6.7, with the architecture that apt allows behind a name. */
  private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]+(:[a-z0-9-]+)?");

  private DownloadReader() {}

  static Download read(String name, Fields fields) {
    List<Download.Source> sources = new ArrayList<>();
    for (YamlNode item : fields.items("sources")) {
      sources.add(source(fields.asMapping("sources[" + sources.size() + "]", item)));
    }
    Download download = new Download(name, fields.text("version"), sources, fields.origin());
    fields.done();
    return download;
  }

  private static Download.Source source(Fields fields) {
    Download.Source source;
    if (fields.has("path")) {
      source =
          new Download.OnPath(
              fields.text("path"), fields.texts("versionArguments"), fields.texts("accepts"));
    } else if (fields.has("python")) {
      source =
          new Download.PythonPackage(
              fields.text("python"), fields.text("program"), fields.texts("accepts"));
    } else if (fields.has("wheel")) {
      source =
          new Download.Wheel(fields.text("wheel"), fields.text("program"), fields.texts("sha256"));
    } else if (fields.has("archive")) {
      source =
          new Download.Archive(
              fields.text("archive"),
              fields.text("program"),
              fields.optionalText("signedBy"),
              fields.textMap("sha256"));
    } else if (fields.has("crate")) {
      source =
          new Download.Crate(fields.text("crate"), fields.text("version"), fields.text("program"));
    } else if (fields.has("debian")) {
      source = new Download.Packages(packages(fields), fields.text("program"));
    } else {
      throw fields.problem(
          "",
          fields.origin(),
          "needs one of 'path', 'python', 'wheel', 'archive', 'crate' or 'debian'");
    }
    fields.done();
    return source;
  }

  private static List<String> packages(Fields fields) {
    List<String> names = fields.texts("debian");
    if (names.isEmpty()) {
      throw fields.problem("debian", fields.origin("debian"), "is empty");
    }
    for (String name : names) {
      if (!PACKAGE.matcher(name).matches()) {
        throw fields.problem(
            "debian", fields.origin("debian"), "'%s' is no name of a package".formatted(name));
      }
    }
    return names;
  }
}
