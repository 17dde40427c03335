package io.github.rustcross.maven.mojo;

import io.github.rustcross.catalog.TargetCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds elements of a {@code <configuration>} that no goal knows, which are most likely typing
 * errors: Maven drops them, older ones without a word.
 */
final class UnknownElements {
  private UnknownElements() {}

  /** A sentence for each of them; none where there is no POM. */
  static List<String> of(MavenProject project, MojoExecution execution) {
    Plugin plugin =
        project.getPlugin(Plugin.constructKey(execution.getGroupId(), execution.getArtifactId()));
    MojoDescriptor goal = execution.getMojoDescriptor();
    if (plugin == null || goal == null) {
      return List.of();
    }
    PluginExecution own = plugin.getExecutionsAsMap().get(execution.getExecutionId());
    // That of an execution has the plugin's in it already.
    Object configuration = own == null ? plugin.getConfiguration() : own.getConfiguration();
    return configuration instanceof Xpp3Dom dom
        ? of(dom, parameters(goal.getPluginDescriptor()))
        : List.of();
  }

  /**
   * The sentences.
   *
   * @param known the parameters that there are
   */
  static List<String> of(Xpp3Dom configuration, Set<String> known) {
    List<String> sentences = new ArrayList<>();
    for (String name :
        Arrays.stream(configuration.getChildren()).map(Xpp3Dom::getName).distinct().toList()) {
      if (!known.contains(name)) {
        List<String> nearest = TargetCatalog.nearest(name, known);
        sentences.add(
            "<%s> in the configuration is no parameter and does nothing%s"
                .formatted(
                    name, nearest.isEmpty() ? "" : "; did you mean <" + nearest.get(0) + ">?"));
      }
    }
    return sentences;
  }

  /** Those of all goals: an execution may configure several. */
  private static Set<String> parameters(PluginDescriptor plugin) {
    Set<String> names = new TreeSet<>();
    for (MojoDescriptor goal : plugin.getMojos()) {
      for (Parameter parameter : goal.getParameters()) {
        names.add(parameter.getName());
      }
    }
    return names;
  }
}
