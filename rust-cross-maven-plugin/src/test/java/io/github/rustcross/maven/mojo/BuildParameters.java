package io.github.rustcross.maven.mojo;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters of the goal {@code build}, read from the class files: Java itself does not keep
 * Maven's annotations for run time, and an IDE writes no plugin descriptor.
 */
final class BuildParameters {
  private static final String PARAMETER = "org.apache.maven.plugins.annotations.Parameter";
  private static final List<BuildParameter> ALL = read();

  private BuildParameters() {}

  /**
   * A parameter.
   *
   * @param name what its element in the POM is called
   * @param field the field that Maven fills
   * @param property its property on the command line
   * @param defaultValue what it is where nobody says anything, or an expression
   */
  record BuildParameter(
      String name, String field, Optional<String> property, Optional<String> defaultValue) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** All of them. */
  static List<BuildParameter> all() {
    return ALL;
  }

  private static List<BuildParameter> read() {
    return new ClassFileImporter()
        .importClasses(AbstractCrateMojo.class, BuildMojo.class).stream()
            .sorted(Comparator.comparing(JavaClass::getName))
            .flatMap(type -> type.getFields().stream())
            .flatMap(
                field -> field.tryGetAnnotationOfType(PARAMETER).map(BuildParameters::of).stream())
            .toList();
  }

  /** The properties of the command line. */
  static List<String> properties() {
    return all().stream().flatMap(parameter -> parameter.property().stream()).toList();
  }

  private static BuildParameter of(JavaAnnotation<JavaField> annotation) {
    String field = annotation.getOwner().getName();
    return new BuildParameter(
        text(annotation, "name").orElse(field),
        field,
        text(annotation, "property"),
        text(annotation, "defaultValue"));
  }

  private static Optional<String> text(JavaAnnotation<JavaField> annotation, String attribute) {
    return Stream.ofNullable(annotation.get(attribute).orElse(null))
        .map(Object::toString)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
