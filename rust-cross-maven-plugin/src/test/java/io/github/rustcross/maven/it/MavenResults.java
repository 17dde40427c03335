package io.github.rustcross.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * How the core projects went with each Maven: prints a line for each, and ends with 1 if a project
 * failed or did not run, or if Maven has a warning that concerns the plugin.
 */
public final class MavenResults {
  private MavenResults() {}

  /** The projects, separated by commas, then the versions of Maven. */
  public static void main(String[] args) throws Exception {
    List<String> projects = Arrays.asList(args[0].split(","));
    boolean failed = false;
    for (String version : Arrays.asList(args).subList(1, args.length)) {
      List<String> complaints = new ArrayList<>();
      for (String project : projects) {
        complaints.addAll(complaints(project, version));
      }
      System.out.printf(
          "== Maven %s: core projects: %s%n",
          version,
          complaints.isEmpty()
              ? "all %d passed, no warning of Maven's about the plugin".formatted(projects.size())
              : "FAILED");
      complaints.forEach(line -> System.out.println("   " + line));
      failed |= !complaints.isEmpty();
    }
    if (failed) {
      System.exit(1);
    }
  }

  private static List<String> complaints(String project, String version)
      throws IOException, SAXException, ParserConfigurationException {
    Path place = ModuleFolders.target().resolve("it-mavens").resolve(version).resolve(project);
    Path report =
        ModuleFolders.target()
            .resolve("it-mavens-reports")
            .resolve(version)
            .resolve("BUILD-" + project + ".xml");
    if (!Files.exists(report)) {
      return List.of(project + " did not run");
    }
    List<String> complaints = new ArrayList<>();
    Element job =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
    if (!job.getAttribute("result").equals("success")) {
      complaints.add(
          "%s: %s, see %s"
              .formatted(project, job.getAttribute("result"), place.resolve("build.log")));
    }
    String log = BuildLog.read(place).text();
    if (!log.contains("Apache Maven " + version)) {
      complaints.add(project + " was built by another Maven");
    }
    PluginWarnings.find(log).forEach(line -> complaints.add(project + ": " + line));
    return complaints;
  }
}
