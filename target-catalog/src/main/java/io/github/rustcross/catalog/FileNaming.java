package io.github.rustcross.catalog;

/**
 * How files of one kind are called on a target, and as what Maven knows them.
 *
 * @param prefix before the name, such as {@code lib}
 * @param suffix after the name, such as {@code .so}
 * @param type the artifact's type in Maven, such as {@code exe}, {@code so} or {@code dll}
 */
public record FileNaming(String prefix, String suffix, String type) {
  /**
   * The file of the crate target {@code name}: rustc turns dashes of a library into underscores.
   */
  public String fileName(String name) {
    return prefix + name + suffix;
  }
}
