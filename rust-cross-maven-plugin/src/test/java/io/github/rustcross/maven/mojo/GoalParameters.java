package io.github.rustcross.maven.mojo;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;

/**
 * The parameters of the goals {@code build}, {@code test} and {@code verify}, read from the class
 * files: Java itself does not keep Maven's annotations for run time, and an IDE writes no plugin
 * descriptor.
 */
final class GoalParameters {
  private static final String PARAMETER = "org.apache.maven.plugins.annotations.Parameter";
  private static final List<GoalParameter> OF_ALL_GOALS = read();

  private GoalParameters() {}

  /**
   * A parameter.
   *
   * @param owner the class of the field: a goal's, or the one that all goals have in common
   * @param name what its element in the POM is called
   * @param field the field that Maven fills
   * @param property its property on the command line
   * @param defaultValue what it is where nobody says anything, or an expression
   */
  record GoalParameter(
      Class<?> owner,
      String name,
      String field,
      Optional<String> property,
      Optional<String> defaultValue) {
    /** Whether a goal has it. */
    boolean isOf(Class<? extends AbstractMojo> goal) {
      return owner.isAssignableFrom(goal);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** All of them; those that goals have in common once, as the goals for crates have them. */
  static List<GoalParameter> all() {
    Map<String, GoalParameter> byName = new LinkedHashMap<>();
    OF_ALL_GOALS.forEach(parameter -> byName.putIfAbsent(parameter.name(), parameter));
    return List.copyOf(byName.values());
  }

  /** Those of one goal. */
  static List<GoalParameter> of(Class<? extends AbstractMojo> goal) {
    return OF_ALL_GOALS.stream().filter(parameter -> parameter.isOf(goal)).toList();
  }

  private static List<GoalParameter> read() {
    return new ClassFileImporter()
            .importClasses(
                AbstractTargetMojo.class,
                AbstractCrateMojo.class,
                BuildMojo.class,
                DescribeMojo.class,
                DoctorMojo.class,
                ExportMojo.class,
                PlanMojo.class,
                ProvisionMojo.class,
                TargetsMojo.class,
                TestMojo.class,
                VerifyMojo.class)
            .stream()
            .sorted(Comparator.comparing(JavaClass::getName))
            .flatMap(type -> type.getFields().stream())
            .flatMap(
                field -> field.tryGetAnnotationOfType(PARAMETER).map(GoalParameters::of).stream())
            .toList();
  }

  /** The properties of the command line. */
  static List<String> properties() {
    return all().stream().flatMap(parameter -> parameter.property().stream()).toList();
  }

  private static GoalParameter of(JavaAnnotation<JavaField> annotation) {
    String field = annotation.getOwner().getName();
    return new GoalParameter(
        annotation.getOwner().getOwner().reflect(),
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
