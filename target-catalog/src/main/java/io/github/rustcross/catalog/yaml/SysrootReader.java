package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.PackageArchive;
import io.github.rustcross.catalog.Sysroot;
import io.github.rustcross.catalog.SysrootSource;
import io.github.rustcross.catalog.TargetCatalog;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an entry of {@code sysroots:}. */
final class SysrootReader {
  /** Debian Policy 5.6.7. */
  private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]+");

  private static final Pattern ARCHITECTURE = Pattern.compile("[a-z0-9][a-z0-9-]*");

  /** What may stand in an address between slashes. */
  private static final Pattern SUITE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+._-]*");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private SysrootReader() {}

  static Sysroot read(String name, Fields fields) {
    Sysroot sysroot =
        new Sysroot(
            name,
            fields.text("description"),
            source(fields),
            fields.optionalVersion("glibc", "2.36"),
            names(fields, "architectures", ARCHITECTURE, "an architecture"),
            fields.origin());
    fields.done();
    return sysroot;
  }

  private static SysrootSource source(Fields fields) {
    List<String> kinds =
        List.of("archive", "files", "installed").stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      throw fields.problem(
          "",
          fields.origin(),
          kinds.isEmpty()
              ? "needs one of 'archive', 'files' or 'installed'"
              : "has '%s' and '%s'; take one of them out".formatted(kinds.get(0), kinds.get(1)));
    }
    return switch (kinds.get(0)) {
      case "archive" -> suite(fields);
      case "files" -> files(fields);
      default -> installed(fields);
    };
  }

  private static SysrootSource suite(Fields fields) {
    List<String> components = names(fields, "components", SUITE, "a component");
    if (components.isEmpty()) {
      throw fields.problem("components", fields.origin("components"), "is empty");
    }
    String suite = fields.text("suite");
    if (!SUITE.matcher(suite).matches()) {
      throw fields.problem(
          "suite", fields.origin("suite"), "'%s' is no name of a suite".formatted(suite));
    }
    return new SysrootSource.Suite(
        fields.text("archive"), suite, components, names(fields, "packages", PACKAGE, "a package"));
  }

  private static SysrootSource files(Fields fields) {
    List<SysrootSource.PackageFile> files = new ArrayList<>();
    for (YamlNode item : fields.items("files")) {
      files.add(file(fields.asMapping("files[" + files.size() + "]", item)));
    }
    if (files.isEmpty()) {
      throw fields.problem("files", fields.origin("files"), "is empty");
    }
    return new SysrootSource.PackageFiles(files);
  }

  private static SysrootSource.PackageFile file(Fields fields) {
    URI location;
    if (fields.has("url")) {
      location = url(fields);
    } else if (fields.has("path")) {
      location = BesideOverlay.file(fields, "path").toUri();
    } else {
      throw fields.problem("", fields.origin(), "needs one of 'url' or 'path'");
    }
    String sha256 = fields.text("sha256");
    if (!SHA256.matcher(sha256).matches()) {
      throw fields.problem(
          "sha256",
          fields.origin("sha256"),
          "'%s' is no SHA-256 digest: 64 digits and letters from a to f".formatted(sha256));
    }
    Optional<String> architecture = fields.optionalText("architecture");
    if (!architecture.map(ARCHITECTURE.asMatchPredicate()::test).orElse(true)) {
      throw fields.problem(
          "architecture",
          fields.origin("architecture"),
          "'%s' is no name of an architecture".formatted(architecture.get()));
    }
    fields.done();
    return new SysrootSource.PackageFile(location, sha256, architecture);
  }

  private static URI url(Fields fields) {
    String text = fields.text("url");
    try {
      URI url = new URI(text);
      boolean reachable = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (reachable && url.getHost() != null && url.getPath().endsWith(".deb")) {
        return url;
      }
    } catch (URISyntaxException e) {
      // What is wrong is said below, in the same words for all that is no address of a package.
    }
    throw fields.problem(
        "url",
        fields.origin("url"),
        "'%s' is no address of a package: it begins with http:// or https:// and ends with .deb"
            .formatted(text));
  }

  private static SysrootSource installed(Fields fields) {
    if (!fields.flag("installed", true)) {
      throw fields.problem(
          "installed", fields.origin("installed"), "can only be true; leave it out instead");
    }
    return new SysrootSource.Installed();
  }

  private static List<String> names(Fields fields, String key, Pattern pattern, String what) {
    List<String> names = fields.texts(key);
    for (String name : names) {
      if (!pattern.matcher(name).matches()) {
        throw fields.problem(
            key, fields.origin(key), "'%s' is no name of %s".formatted(name, what));
      }
    }
    return names;
  }

  /** Archives that the catalog does not know. */
  static List<CatalogProblem> check(TargetCatalog catalog) {
    List<CatalogProblem> problems = new ArrayList<>();
    for (PackageArchive archive : catalog.archives().values()) {
      archive
          .packagesAs()
          .flatMap(
              other ->
                  CatalogChecks.dangling(
                      "archive",
                      other,
                      catalog.archives().keySet(),
                      archive.origin(),
                      "archives." + archive.name() + ".packagesAs"))
          .ifPresent(problems::add);
    }
    for (Sysroot sysroot : catalog.sysroots().values()) {
      if (sysroot.source() instanceof SysrootSource.Suite suite) {
        CatalogChecks.dangling(
                "archive",
                suite.archive(),
                catalog.archives().keySet(),
                sysroot.origin(),
                "sysroots." + sysroot.name() + ".archive")
            .ifPresent(problems::add);
      }
    }
    return problems;
  }
}
