package io.github.rustcross.catalog.yaml;

import io.github.rustcross.catalog.Origin;
import io.github.rustcross.catalog.yaml.YamlNode.Mapping;
import io.github.rustcross.catalog.yaml.YamlNode.Scalar;
import io.github.rustcross.catalog.yaml.YamlNode.ScalarType;
import io.github.rustcross.catalog.yaml.YamlNode.Sequence;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A catalog that was parsed before: parsing the bundled YAML takes a fresh JVM longer than all else
 * that a build with nothing to do does. The build of this library writes the tree beside {@code
 * catalog.yaml}, with a checksum of the text it was made from; where that does not match, the text
 * counts.
 */
public final class CatalogTree {
  static final String RESOURCE = "catalog.tree";

  private static final ScalarType[] TYPES = ScalarType.values();
  private static final int SEQUENCE = TYPES.length;
  private static final int MAPPING = SEQUENCE + 1;

  private CatalogTree() {}

  /**
   * Writes the tree of a catalog beside it; run by the build.
   *
   * @param arguments the catalog's file
   * @throws IOException if it cannot be read, or the tree not be written
   */
  public static void main(String[] arguments) throws IOException {
    Path catalog = Path.of(arguments[0]);
    String name = catalog.getFileName().toString();
    try (OutputStream out = Files.newOutputStream(catalog.resolveSibling(RESOURCE))) {
      byte[] bytes = Files.readAllBytes(catalog);
      String text = new String(bytes, StandardCharsets.UTF_8);
      write(new CatalogSource(name, text), checksum(bytes), out);
    }
  }

  static void write(CatalogSource source, long checksum, OutputStream stream) throws IOException {
    Map<String, Integer> texts = new LinkedHashMap<>();
    ByteArrayOutputStream nodes = new ByteArrayOutputStream();
    write(YamlParser.parse(source), texts, new DataOutputStream(nodes));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
    out.writeLong(checksum);
    out.writeShort(texts.size());
    for (String text : texts.keySet()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeShort(bytes.length);
      out.write(bytes);
    }
    nodes.writeTo(out);
    out.flush();
  }

  /**
   * The tree of a catalog's text; absent where there is none for this very text.
   *
   * @param checksum of the text's bytes
   */
  static Optional<Mapping> read(CatalogSource source, long checksum, InputStream stream)
      throws IOException {
    ByteBuffer in = ByteBuffer.wrap(stream.readAllBytes());
    if (in.getLong() != checksum) {
      return Optional.empty();
    }
    String[] texts = new String[unsigned(in)];
    for (int i = 0; i < texts.length; i++) {
      int length = unsigned(in);
      texts[i] = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
    }
    return Optional.of((Mapping) read(in, texts, source));
  }

  static long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }

  private static void write(YamlNode node, Map<String, Integer> texts, DataOutputStream out)
      throws IOException {
    if (node instanceof Scalar scalar) {
      out.writeByte(scalar.type().ordinal());
      write(scalar.origin(), out);
      write(scalar.text(), texts, out);
    } else if (node instanceof Sequence sequence) {
      out.writeByte(SEQUENCE);
      write(sequence.origin(), out);
      out.writeShort(sequence.items().size());
      for (YamlNode item : sequence.items()) {
        write(item, texts, out);
      }
    } else if (node instanceof Mapping mapping) {
      out.writeByte(MAPPING);
      write(mapping.origin(), out);
      out.writeShort(mapping.entries().size());
      for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
        write(entry.getKey(), texts, out);
        write(mapping.keys().get(entry.getKey()), out);
        write(entry.getValue(), texts, out);
      }
    }
  }

  /** Most texts are there more than once: words of all targets, names that several share. */
  private static void write(String text, Map<String, Integer> texts, DataOutputStream out)
      throws IOException {
    out.writeShort(texts.computeIfAbsent(text, any -> texts.size()));
  }

  private static void write(Origin origin, DataOutputStream out) throws IOException {
    out.writeShort(origin.line());
  }

  private static YamlNode read(ByteBuffer in, String[] texts, CatalogSource source) {
    int tag = in.get();
    Origin origin = origin(in, source);
    if (tag < TYPES.length) {
      return new Scalar(texts[unsigned(in)], TYPES[tag], origin);
    }
    int size = unsigned(in);
    if (tag == SEQUENCE) {
      List<YamlNode> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(read(in, texts, source));
      }
      return new Sequence(items, origin);
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, Origin> keys = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String key = texts[unsigned(in)];
      keys.put(key, origin(in, source));
      entries.put(key, read(in, texts, source));
    }
    return new Mapping(entries, keys, origin);
  }

  private static Origin origin(ByteBuffer in, CatalogSource source) {
    return source.at(unsigned(in), 0);
  }

  private static int unsigned(ByteBuffer in) {
    return Short.toUnsignedInt(in.getShort());
  }
}
