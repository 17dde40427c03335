package io.github.rustcross.maven.sysroot;

import io.github.rustcross.maven.debian.ResolvedPackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the text of a lock file. People edit it and merge it: nothing in it is taken for granted.
 */
final class LockFileReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+.-]*");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+:~-]*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final String text;

  LockFileReader(String text) {
    this.text = text;
  }

  List<LockedSysroot> read() throws IOException {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      throw new IOException("it is not YAML: " + e.getMessage(), e);
    }
    Map<?, ?> map = map(root, "the file");
    if (!Integer.valueOf(LockFile.VERSION).equals(map.get("lockVersion"))) {
      throw new IOException(
          "lockVersion is %s, and this rust-cross knows %d"
              .formatted(map.get("lockVersion"), LockFile.VERSION));
    }
    List<LockedSysroot> sysroots = new ArrayList<>();
    for (Object item : list(map, "sysroots")) {
      sysroots.add(sysroot(map(item, "sysroots[" + sysroots.size() + "]")));
    }
    return sysroots;
  }

  private static LockedSysroot sysroot(Map<?, ?> map) throws IOException {
    List<String> asked = new ArrayList<>();
    for (Object item : list(map, "asked")) {
      asked.add(String.valueOf(item));
    }
    List<ResolvedPackage> packages = new ArrayList<>();
    for (Object item : list(map, "packages")) {
      packages.add(resolved(map(item, "packages[" + packages.size() + "]")));
    }
    return new LockedSysroot(
        text(map, "sysroot"), text(map, "architecture"), text(map, "suite"), asked, packages);
  }

  private static ResolvedPackage resolved(Map<?, ?> map) throws IOException {
    String file = text(map, "file");
    if (file.startsWith("/") || List.of(file.split("/", -1)).contains("..")) {
      throw new IOException("file: '%s' is no place in an archive".formatted(file));
    }
    if (!(map.get("size") instanceof Number size) || size.longValue() < 0) {
      throw new IOException("size: '%s' is no size".formatted(map.get("size")));
    }
    return new ResolvedPackage(
        formed(map, "name", NAME),
        formed(map, "version", VERSION),
        formed(map, "architecture", NAME),
        file,
        size.longValue(),
        formed(map, "sha256", SHA256));
  }

  private static String formed(Map<?, ?> map, String key, Pattern form) throws IOException {
    String text = text(map, key);
    if (!form.matcher(text).matches()) {
      throw new IOException("%s cannot be '%s'".formatted(key, text));
    }
    return text;
  }

  private static String text(Map<?, ?> map, String key) throws IOException {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw new IOException("%s is missing or no text".formatted(key));
  }

  private static List<?> list(Map<?, ?> map, String key) throws IOException {
    if (map.get(key) instanceof List<?> list) {
      return list;
    }
    throw new IOException("%s is missing or no list".formatted(key));
  }

  private static Map<?, ?> map(Object value, String what) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IOException("%s is no mapping".formatted(what));
  }
}
