package io.github.rustcross.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Among the warnings of a build")
class PluginWarningsTest {
  @Test
  @DisplayName("those about the plugin are found with all that belongs to them")
  void ours() {
    String log =
        """
        [INFO] BUILD SUCCESS
        [WARNING]\s
        [WARNING] Plugin [EXTERNAL, INTERNAL] validation issues were detected in following plugin(s)
        [WARNING]\s
        [WARNING]  * org.apache.maven.plugins:maven-install-plugin:3.0.0
        [WARNING]   Declared at location(s):
        [WARNING]    * io.github.rustcross.it:executable:1.0 (/x/rust-cross-maven-plugin/pom.xml) @ line 20
        [WARNING]   Plugin issue(s):
        [WARNING]    * Plugin depends on plexus-container-default, which is EOL
        [WARNING]  * io.github.rustcross:rust-cross-maven-plugin:1.0
        [WARNING]   Plugin issue(s):
        [WARNING]    * Plugin should declare these Maven artifacts in `provided` scope
        [WARNING]\s
        [WARNING]  * org.apache.maven.plugins:maven-clean-plugin:2.5
        [WARNING]   Plugin issue(s):
        [WARNING]    * Plugin is a Maven 2.x plugin
        """;

    assertThat(PluginWarnings.find(log))
        .containsExactly(
            "[WARNING]  * io.github.rustcross:rust-cross-maven-plugin:1.0",
            "[WARNING]   Plugin issue(s):",
            "[WARNING]    * Plugin should declare these Maven artifacts in `provided` scope");
  }

  @Test
  @DisplayName("those about its parameters and its thread safety are found")
  void other() {
    assertThat(
            PluginWarnings.find(
                """
                [WARNING]  Parameter 'bins' (user property 'rust.bins') is deprecated: no reason.
                [INFO] nothing
                [WARNING] The following goals are not marked as thread-safe in one:
                [WARNING]   rust-cross:build
                """))
        .containsExactly(
            "[WARNING]  Parameter 'bins' (user property 'rust.bins') is deprecated: no reason.",
            "[WARNING]   rust-cross:build");
  }

  @Test
  @DisplayName("those about others are not, whatever the folder is called")
  void others() {
    assertThat(
            PluginWarnings.find(
                """
                [WARNING] 'version' is missing @ line 9 of /x/rust-cross-maven-plugin/target/pom.xml
                [WARNING] unused variable: `x`
                """))
        .isEmpty();
  }
}
