package io.github.rustcross.toolchain;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The catalog's packages, who may know whom, and what none of them does. */
@AnalyzeClasses(
    packages = "io.github.rustcross",
    importOptions = ImportOption.DoNotIncludeTests.class)
class CatalogArchitectureTest {
  private static final String OURS = "io.github.rustcross..";

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_MAVEN =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.maven..")
                  .or(resideInAPackage("io.github.rustcross.maven.."))
                  .or(resideInAPackage("org.codehaus.plexus..")));

  @ArchTest
  static final ArchRule NEEDS_A_YAML_READER_AND_NOTHING_ELSE =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("java..")
                  .or(resideInAPackage(OURS))
                  .or(resideInAPackage("org.yaml.snakeyaml..")));

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_READS_YAML =
      noClasses()
          .that()
          .resideOutsideOfPackage("..catalog.yaml..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.yaml.snakeyaml.."));

  @ArchTest
  static final ArchRule INSPECT_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("..inspect..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(OURS).and(not(resideInAPackage("..rustcross.inspect.."))));

  @ArchTest
  static final ArchRule THE_CATALOG_KNOWS_NOBODY_ABOVE_IT =
      noClasses()
          .that()
          .resideInAPackage("..catalog..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..toolchain..")
                  .or(resideInAPackage("..inspect.."))
                  .or(resideInAPackage("..runner.."))
                  .or(resideInAPackage("..verify.."))
                  .or(resideInAPackage("..bundle..")));

  @ArchTest
  static final ArchRule ONLY_TOOLS_OF_OTHERS_LOOK_INTO_BUNDLES =
      noClasses()
          .that()
          .resideOutsideOfPackage("..bundle..")
          .should()
          .dependOnClassesThat(resideInAPackage("..bundle.."));

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.github.rustcross.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule STARTS_NO_PROCESSES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Runtime");

  @ArchTest
  static final ArchRule ASKS_NOT_THE_MACHINE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.System")
          .because("environment and properties are handed in");

  @ArchTest
  static final ArchRule TOOLCHAINS_AND_RUNNERS_ARE_WORKED_OUT_WITHOUT_TOUCHING_FILES =
      noClasses()
          .that()
          .resideInAnyPackage("..toolchain..", "..runner..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files");

  @ArchTest
  static final ArchRule CLASSES_ARE_CLOSED =
      classes()
          .that(DescribedPredicate.doNot(new Synthetic()))
          .should(
              new ArchCondition<>("be final, sealed, abstract, a record, an enum or an interface") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean closed =
                      type.isInterface()
                          || type.getModifiers().contains(JavaModifier.FINAL)
                          || type.getModifiers().contains(JavaModifier.ABSTRACT)
                          || type.isEnum()
                          || type.reflect().isSealed();
                  events.add(new SimpleConditionEvent(type, closed, type.getName() + " is open"));
                }
              });

  private static final class Synthetic extends DescribedPredicate<JavaClass> {
    Synthetic() {
      super("are made by the compiler");
    }

    @Override
    public boolean test(JavaClass type) {
      return type.isAnonymousClass() || type.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
  }
}
