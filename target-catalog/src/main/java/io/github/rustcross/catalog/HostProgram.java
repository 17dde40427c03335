package io.github.rustcross.catalog;

import java.util.List;

/**
 * A program, or a library that is loaded like one, of the machine that builds, which build scripts
 * need.
 *
 * @param name its name in {@code hostPrograms:}
 * @param variables variables of the user that say where it is; templates
 * @param programs names of which one is to be on PATH
 * @param files patterns of absolute paths of which one is to be there
 * @param hosts the machines ({@code target_os}) on which nothing else serves; all where empty
 * @param install how it is installed
 * @param origin where the catalog says so
 */
public record HostProgram(
    String name,
    List<String> variables,
    List<String> programs,
    List<String> files,
    List<String> hosts,
    Installation install,
    Origin origin) {
  /** Copies the lists. */
  public HostProgram {
    variables = List.copyOf(variables);
    programs = List.copyOf(programs);
    files = List.copyOf(files);
    hosts = List.copyOf(hosts);
  }
}
