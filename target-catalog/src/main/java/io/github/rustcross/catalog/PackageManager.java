package io.github.rustcross.catalog;

import java.util.List;

/**
 * What installs packages on a machine.
 *
 * @param name its name in every {@code install:}
 * @param program the program that is on PATH where it is used, without {@code .exe}
 * @param install the command line, in which {@code {packages}} stands for the packages
 * @param foreign the command lines that have to come before where a package is for another
 *     architecture ({@code name:architecture}), in which {@code {architecture}} stands for that;
 *     none where there is no such thing
 * @param root whether it has to be run by the administrator
 * @param origin where the catalog says so
 */
public record PackageManager(
    String name,
    String program,
    String install,
    List<String> foreign,
    boolean root,
    Origin origin) {
  /** What stands for the packages in a command line. */
  public static final String PACKAGES = "{packages}";

  /** What stands for a foreign architecture. */
  public static final String ARCHITECTURE = "{architecture}";

  /** Copies the list. */
  public PackageManager {
    foreign = List.copyOf(foreign);
  }
}
