package io.github.rustcross.maven.report;

import io.github.rustcross.maven.testing.TestCase;
import io.github.rustcross.maven.testing.TestSuite;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The folder of test results in the format of Maven's Surefire plugin, which CI servers and IDEs
 * show: one {@code TEST-rust-….xml} for each test program on each target.
 *
 * <p>Each file names the execution of the goal that wrote it, so that {@link #clear} takes away
 * what the same execution left behind earlier, and nothing of anybody else.
 */
public final class SurefireXml {
  private static final String PREFIX = "TEST-rust-";
  private static final int LONGEST = 150;

  /** Names in Rust's words, raw ones and those with letters of other scripts too. */
  private static final Pattern PATH =
      Pattern.compile("(?:r#)?\\w+(?:::(?:r#)?\\w+)+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Path folder;
  private final String execution;
  private final Set<Path> written = new HashSet<>();

  /**
   * Results of one execution.
   *
   * @param folder where they go, {@code target/surefire-reports} as a rule
   * @param execution the execution's id
   */
  public SurefireXml(Path folder, String execution) {
    this.folder = folder;
    this.execution = execution;
  }

  /** Where they go. */
  public Path folder() {
    return folder;
  }

  /**
   * Takes away the results of earlier runs of this execution.
   *
   * @throws IOException if a file cannot be deleted
   */
  public void clear() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*.xml")) {
      for (Path file : files) {
        if (writer(file).filter(execution::equals).isPresent()) {
          Files.delete(file);
        }
      }
    }
    written.clear();
  }

  /**
   * Writes the results of a test program, all at once.
   *
   * @return the file
   * @throws IOException if it cannot be written
   */
  public synchronized Path write(TestSuite suite) throws IOException {
    Files.createDirectories(folder);
    Path file = file(suite);
    Path partial = folder.resolve("." + UUID.nameUUIDFromBytes(bytes(file.toString())) + ".tmp");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(partial))) {
        new SuiteWriter(suite, execution).write(stream);
      } catch (XMLStreamException e) {
        throw new IOException(file + " cannot be written: " + e.getMessage(), e);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
    written.add(file);
    return file;
  }

  /** A name of its own: another execution may have tested the same program before. */
  private Path file(TestSuite suite) {
    Path plain = folder.resolve(PREFIX + fileName(suite.name()) + ".xml");
    boolean taken =
        Files.exists(plain)
            && !written.contains(plain)
            && writer(plain).filter(execution::equals).isEmpty();
    return taken
        ? folder.resolve(PREFIX + fileName(suite.name() + "-" + execution) + ".xml")
        : plain;
  }

  /**
   * The same name where no file system can confuse it with another: a name with other characters,
   * with capitals or of great length ends in a digest.
   */
  private static String fileName(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
    if (name.matches("[a-z0-9._-]+") && name.length() <= LONGEST) {
      return safe;
    }
    String start = safe.substring(0, Math.min(safe.length(), LONGEST));
    return start + "-" + UUID.nameUUIDFromBytes(bytes(name)).toString().substring(0, 8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The execution that wrote a file; empty for files of others and for what is no XML. */
  private static Optional<String> writer(Path file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream stream = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(stream);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          String element = reader.getLocalName();
          if (element.equals("property")
              && SuiteWriter.EXECUTION.equals(reader.getAttributeValue(null, "name"))) {
            return Optional.ofNullable(reader.getAttributeValue(null, "value"));
          }
          if (element.equals("testcase")) {
            return Optional.empty();
          }
        }
      }
      return Optional.empty();
    } catch (IOException | XMLStreamException e) {
      return Optional.empty();
    }
  }

  /** The class name under which a test is shown: what stands before its own name, with dots. */
  static String className(TestSuite suite, TestCase test) {
    List<String> path = path(suite, test);
    List<String> modules = path.subList(0, path.size() - 1);
    return modules.isEmpty() ? suite.name() : suite.name() + "." + String.join(".", modules);
  }

  /** The test's own name: the last part of a path, the whole of anything else. */
  static String testName(TestSuite suite, TestCase test) {
    List<String> path = path(suite, test);
    return path.get(path.size() - 1);
  }

  private static List<String> path(TestSuite suite, TestCase test) {
    String name = test.name();
    boolean isPath = !suite.part().equals(TestSuite.DOCUMENTATION) && PATH.matcher(name).matches();
    return isPath ? List.of(name.split("::")) : List.of(name);
  }
}
