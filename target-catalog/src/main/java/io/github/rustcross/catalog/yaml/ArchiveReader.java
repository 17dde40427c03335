package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.ArchiveKey;
import io.github.rustcross.catalog.PackageArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads an entry of {@code archives:}. */
final class ArchiveReader {
  /** Debian Policy 5.6.7, with {@code *} for any part. */
  private static final Pattern PACKAGES = Pattern.compile("[a-z0-9*][a-z0-9+.*-]*");

  private static final String ARMOR = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

  private ArchiveReader() {}

  static PackageArchive read(String name, Fields fields) {
    List<ArchiveKey> keys = new ArrayList<>();
    for (YamlNode item : fields.items("keys")) {
      keys.add(key(fields.asMapping("keys[" + keys.size() + "]", item)));
    }
    if (keys.isEmpty()) {
      throw fields.problem(
          "keys", fields.origin("keys"), "is empty; nothing of this archive could be trusted");
    }
    PackageArchive archive =
        new PackageArchive(
            name,
            fields.text("description"),
            keys,
            fields.optionalText("packagesAs"),
            patterns(fields, "leftOut"),
            fields.origin());
    fields.done();
    return archive;
  }

  private static ArchiveKey key(Fields fields) {
    ArchiveKey key;
    if (fields.has("bundled")) {
      key = new ArchiveKey.Bundled(fields.text("bundled"));
      if (!CatalogResources.isKey(fields.text("bundled"))) {
        throw fields.problem(
            "bundled",
            fields.origin("bundled"),
            "'%s' is no key that rust-cross brings along".formatted(fields.text("bundled")));
      }
    } else if (fields.has("file")) {
      key = new ArchiveKey.InFile(BesideOverlay.file(fields, "file"));
    } else if (fields.has("text")) {
      key = new ArchiveKey.Inline(fields.text("text"), fields.origin("text"));
      if (!fields.text("text").strip().startsWith(ARMOR)) {
        throw fields.problem(
            "text", fields.origin("text"), "is no OpenPGP key: it has to begin with " + ARMOR);
      }
    } else {
      throw fields.problem("", fields.origin(), "needs one of 'bundled', 'file' or 'text'");
    }
    fields.done();
    return key;
  }

  private static List<String> patterns(Fields fields, String key) {
    List<String> patterns = fields.texts(key);
    for (String pattern : patterns) {
      if (!PACKAGES.matcher(pattern).matches()) {
        throw fields.problem(
            key, fields.origin(key), "'%s' is no name of a package".formatted(pattern));
      }
    }
    return patterns;
  }
}
