package io.github.rustcross.catalog;

/**
 * What installs packages on a machine.
 *
 * @param name its name in every {@code install:}
 * @param program the program that is on PATH where it is used, without {@code .exe}
 * @param install the command line, in which {@code {packages}} stands for the packages
 * @param root whether it has to be run by the administrator
 * @param origin where the catalog says so
 */
public record PackageManager(
    String name, String program, String install, boolean root, Origin origin) {
  /** What stands for the packages in a command line. */
  public static final String PACKAGES = "{packages}";
}
