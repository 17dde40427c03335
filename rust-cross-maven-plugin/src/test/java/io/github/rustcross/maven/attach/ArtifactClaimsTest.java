package io.github.rustcross.maven.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import io.github.rustcross.maven.plan.BuildPlan;
import io.github.rustcross.maven.plan.ClassifierStyle;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import java.nio.file.Path;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.DefaultMavenProjectHelper;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is to be attached to a project")
class ArtifactClaimsTest {
  private static final String MUSL = "x86_64-unknown-linux-musl";

  @TempDir private Path sysroot;

  private final MavenProject project = new MavenProject();

  @Test
  @DisplayName("may be of one execution, which may run again")
  void again() throws Exception {
    assertThat(ArtifactClaims.claim(project, "default", app(ClassifierStyle.OS))).isEmpty();
    assertThat(ArtifactClaims.claim(project, "default", app(ClassifierStyle.OS))).isEmpty();
  }

  @Test
  @DisplayName("may be of several executions that use other words")
  void otherWords() throws Exception {
    assertThat(ArtifactClaims.claim(project, "default", app(ClassifierStyle.OS))).isEmpty();
    assertThat(ArtifactClaims.claim(project, "other", app(ClassifierStyle.TRIPLE))).isEmpty();
  }

  @Test
  @DisplayName("cannot be the same of two executions, of which Maven would keep the last")
  void repeated() throws Exception {
    ArtifactClaims.claim(project, "default", app(ClassifierStyle.OS));

    assertThat(ArtifactClaims.claim(project, "other", app(ClassifierStyle.OS)))
        .containsExactly(
            Problem.of(
                ProblemCode.ARTIFACT_REPEATED,
                "execution 'other': x86_64-unknown-linux-musl/app would be attached with type 'exe'"
                    + " and classifier 'linux-x86_64-musl', which execution 'default' has",
                "Give one of them other targets, or other words with"
                    + " <classifier>triple</classifier>."));
  }

  @Test
  @DisplayName("may have several libraries in one jar, but not from two executions")
  void jars() throws Exception {
    BuildPlan library = scene("cdylib").plan(Request.of(MUSL));
    assertThat(ArtifactClaims.claim(project, "default", library)).isEmpty();

    assertThat(ArtifactClaims.claim(project, "other", library))
        .extracting(Problem::message)
        .containsExactly(
            "execution 'other': x86_64-unknown-linux-musl/libmy_lib.so would be attached with type"
                + " 'jar' and classifier 'linux-x86_64-musl', which execution 'default' has");
  }

  @Test
  @DisplayName("cannot be what another plugin has attached")
  void otherPlugin() throws Exception {
    new DefaultMavenProjectHelper()
        .attachArtifact(
            project,
            new DefaultArtifact(
                "com.example",
                "app",
                "1.0",
                null,
                "exe",
                "linux-x86_64-musl",
                new DefaultArtifactHandler("exe")));

    assertThat(ArtifactClaims.claim(project, "default", app(ClassifierStyle.OS)))
        .extracting(Problem::message)
        .containsExactly(
            "execution 'default': x86_64-unknown-linux-musl/app would be attached with type 'exe'"
                + " and classifier 'linux-x86_64-musl', which another plugin has attached");
    assertThat(ArtifactClaims.claim(project, "default", app(ClassifierStyle.TRIPLE))).isEmpty();
  }

  private BuildPlan app(ClassifierStyle style) throws Exception {
    return new Scene(sysroot, Crates.pureApp()).plan(Request.of(MUSL).classifier(style));
  }

  private Scene scene(String kind) {
    return new Scene(sysroot, Crates.library(kind));
  }
}
