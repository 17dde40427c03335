package io.github.rustcross.maven;

import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The plugin's packages, who may know whom, and who may touch the world outside. */
@AnalyzeClasses(
    packages = "io.github.rustcross.maven",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NotGenerated.class})
class ArchitectureTest {
  private static final String MAVEN = "org.apache.maven..";

  @ArchTest
  static final ArchRule PACKAGES_KNOW_ONLY_THOSE_BELOW =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("mojo")
          .definedBy("..maven.mojo..")
          .layer("explain")
          .definedBy("..maven.explain..")
          .layer("build")
          .definedBy("..maven.build..")
          .layer("attach")
          .definedBy("..maven.attach..")
          .layer("report")
          .definedBy("..maven.report..")
          .layer("export")
          .definedBy("..maven.export..")
          .layer("testing")
          .definedBy("..maven.testing..")
          .layer("output")
          .definedBy("..maven.output..")
          .layer("verify")
          .definedBy("..maven.verify..")
          .layer("cargo")
          .definedBy("..maven.cargo..")
          .layer("plan")
          .definedBy("..maven.plan..")
          .layer("tool")
          .definedBy("..maven.tool..")
          .layer("sysroot")
          .definedBy("..maven.sysroot..")
          .layer("debian")
          .definedBy("..maven.debian..")
          .layer("rust")
          .definedBy("..maven.rust..")
          .layer("network")
          .definedBy("..maven.network..")
          .layer("host")
          .definedBy("..maven.host..")
          .layer("process")
          .definedBy("..maven.process..")
          .layer("problem")
          .definedBy("..maven.problem..")
          .layer("text")
          .definedBy("..maven.text..")
          .whereLayer("mojo")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("explain")
          .mayOnlyBeAccessedByLayers("mojo", "export")
          .whereLayer("build")
          .mayOnlyBeAccessedByLayers("mojo", "explain")
          .whereLayer("attach")
          .mayOnlyBeAccessedByLayers("mojo")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("mojo", "explain", "build", "attach")
          .whereLayer("export")
          .mayOnlyBeAccessedByLayers("mojo")
          .whereLayer("testing")
          .mayOnlyBeAccessedByLayers("mojo", "build", "report")
          .whereLayer("output")
          .mayOnlyBeAccessedByLayers("build", "attach", "report")
          .whereLayer("verify")
          .mayOnlyBeAccessedByLayers("build")
          .whereLayer("cargo")
          .mayOnlyBeAccessedByLayers("build", "testing", "verify")
          .whereLayer("plan")
          .mayOnlyBeAccessedByLayers(
              "mojo", "explain", "build", "attach", "report", "export", "testing", "output",
              "verify", "cargo")
          .whereLayer("sysroot")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("tool")
          .mayOnlyBeAccessedByLayers("build", "output", "sysroot")
          .whereLayer("debian")
          .mayOnlyBeAccessedByLayers("sysroot", "tool")
          .whereLayer("rust")
          .mayOnlyBeAccessedByLayers(
              "explain", "build", "report", "verify", "cargo", "plan", "tool")
          .whereLayer("network")
          .mayOnlyBeAccessedByLayers("mojo", "build", "plan", "sysroot", "tool")
          .whereLayer("host")
          .mayOnlyBeAccessedByLayers("mojo", "build", "testing", "sysroot", "tool", "rust")
          .whereLayer("process")
          .mayOnlyBeAccessedByLayers("build", "testing", "cargo", "sysroot", "tool", "rust")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("mojo", "explain", "build", "report", "cargo", "rust");

  @ArchTest
  static final ArchRule RESULTS_ARE_READ_WITHOUT_RUNNING_ANYTHING =
      noClasses()
          .that()
          .resideInAPackage("..maven.testing..")
          .and()
          .haveSimpleNameNotStartingWith("TestPrograms")
          .and()
          .doNotHaveSimpleName("Session")
          .and()
          .doNotHaveSimpleName("Signals")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..maven.process..").or(resideInAPackage("..maven.host..")));

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.github.rustcross.maven.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_JNI_READS_CLASS_FILES =
      noClasses()
          .that()
          .resideOutsideOfPackage("..maven.verify.jni..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.objectweb.asm.."));

  @ArchTest
  static final ArchRule FUNCTIONS_ARE_COMPARED_WITHOUT_READING_FILES =
      noClasses()
          .that()
          .resideInAPackage("..maven.verify.jni..")
          .and()
          .haveNameNotMatching(".*\\.NativeMethods(\\$.*)?")
          .should()
          .dependOnClassesThat(nameMatching("java\\.nio\\.file\\..*|java\\.io\\..*Stream"));

  @ArchTest
  static final ArchRule ONLY_PROCESS_STARTS_PROCESSES =
      noClasses()
          .that()
          .resideOutsideOfPackage("..maven.process..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder")
          .orShould()
          .callMethodWhere(target(owner(simpleName("Runtime"))).and(target(nameMatching("exec"))));

  @ArchTest
  static final ArchRule ONLY_HOST_READS_ENVIRONMENT_AND_PROPERTIES =
      noClasses()
          .that()
          .resideOutsideOfPackage("..maven.host..")
          .should()
          .accessTargetWhere(
              JavaAccess.Predicates.target(owner(simpleName("System")))
                  .and(
                      JavaAccess.Predicates.target(
                          nameMatching("getenv|getProperty|getProperties|setProperty|console"))));

  @ArchTest
  static final ArchRule ONLY_MOJO_AND_ATTACH_KNOW_MAVEN =
      noClasses()
          .that()
          .resideOutsideOfPackages("..maven.mojo..", "..maven.attach..")
          .should()
          .dependOnClassesThat(resideInAPackage(MAVEN));

  @ArchTest
  static final ArchRule ONLY_ATTACH_ATTACHES =
      noClasses()
          .that()
          .resideOutsideOfPackage("..maven.attach..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.apache.maven.project.MavenProjectHelper");

  @ArchTest
  static final ArchRule ONLY_MOJO_FAILS_AS_MAVEN_WANTS_IT =
      noClasses()
          .that()
          .resideOutsideOfPackage("..maven.mojo..")
          .should()
          .dependOnClassesThat(nameMatching("org\\.apache\\.maven\\.plugin\\..*Exception"));

  @ArchTest
  static final ArchRule PLANS_ARE_MADE_WITHOUT_RUNNING_ANYTHING =
      noClasses()
          .that()
          .resideInAPackage("..maven.plan..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..maven.process..")
                  .or(resideInAPackage("..maven.tool.."))
                  .or(resideInAPackage("..maven.host.."))
                  .or(nameMatching("java\\.nio\\.file\\.Files|java\\.io\\..*Stream")));

  @ArchTest
  static final ArchRule PACKAGES_ARE_READ_WITHOUT_A_MACHINE =
      noClasses()
          .that()
          .resideInAPackage("..maven.debian..")
          .should()
          .dependOnClassesThat(
              nameMatching("java\\.nio\\.file\\.Files|java\\.io\\.File.*Stream|java\\.net\\..*"));

  @ArchTest
  static final ArchRule FORMATS_ARE_WRITTEN_WITHOUT_A_MACHINE =
      noClasses()
          .that()
          .resideInAPackage("..maven.export..")
          .should()
          .dependOnClassesThat(nameMatching("java\\.nio\\.file\\.Files|java\\.io\\..*Stream"));

  @ArchTest
  static final ArchRule NOTHING_PRINTS_PAST_THE_LOG =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.github.rustcross.maven.host.StandardOutput")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule CLASSES_ARE_CLOSED =
      classes()
          .that(doNot(new Synthetic()))
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

  /** What the Maven plugin plugin writes. */
  static final class NotGenerated implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("HelpMojo");
    }
  }

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
