package io.github.rustcross.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustcross.maven.network.HttpProxy;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of Maven's settings")
class SettingsNetworkTest {
  private final Settings settings = new Settings();

  @Test
  @DisplayName("the first active proxy of a protocol counts, its password decrypted")
  void proxies() throws Exception {
    proxy("off", "https", false);
    proxy("one", "https", true).setNonProxyHosts("localhost|*.corp");
    settings.getProxies().get(1).setUsername("me");
    settings.getProxies().get(1).setPassword("{encrypted}");
    proxy("two", "https", true);
    proxy("plain", "HTTP", true);

    NetworkSettings network = read();

    assertThat(network.https().map(HttpProxy::url)).contains("http://me:decrypted@one:3128");
    assertThat(network.https().orElseThrow().direct().variable()).isEqualTo("localhost,.corp");
    assertThat(network.http().map(HttpProxy::url)).contains("http://plain:3128");
  }

  @Test
  @DisplayName("the proxy for http serves https too where there is no other")
  void httpForBoth() throws Exception {
    proxy("one", "http", true);

    assertThat(read().https().map(HttpProxy::url)).contains("http://one:3128");
    settings.getProxies().clear();
    proxy("one", "https", true);
    assertThat(read().http()).isEmpty();
  }

  @Test
  @DisplayName("a password that cannot be decrypted is told")
  void undecryptable() {
    proxy("one", "http", true).setPassword("{broken}");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::read)
        .withMessage(
            "RC-SETTINGS-INVALID: the password of the proxy 'one' in settings.xml cannot be"
                + " decrypted: no master password\n"
                + "    Encrypt it again: mvn --encrypt-password");
  }

  @Test
  @DisplayName("only mirrors count that name one of ours, the first for each")
  void mirrors() throws Exception {
    mirror("*", "https://all");
    mirror("external:*,!rust-cross-pip", "https://external");
    mirror("central, rust-cross-cargo ,rust-cross-pip", "https://first");
    mirror("rust-cross-cargo", "https://second");

    assertThat(read().mirrors())
        .isEqualTo(Map.of("rust-cross-cargo", "https://first", "rust-cross-pip", "https://first"));
  }

  private NetworkSettings read() throws ProblemException {
    return new SettingsNetwork(new Decrypter()).network(settings);
  }

  private Proxy proxy(String host, String protocol, boolean active) {
    Proxy proxy = new Proxy();
    proxy.setId(host);
    proxy.setHost(host);
    proxy.setPort(3128);
    proxy.setProtocol(protocol);
    proxy.setActive(active);
    settings.addProxy(proxy);
    return proxy;
  }

  private void mirror(String of, String url) {
    Mirror mirror = new Mirror();
    mirror.setId(url);
    mirror.setMirrorOf(of);
    mirror.setUrl(url);
    settings.addMirror(mirror);
  }

  /** Stands for Maven's, which wants a master password in the user's home. */
  private static final class Decrypter implements SettingsDecrypter {
    @Override
    public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
      Proxy proxy = request.getProxies().get(0).clone();
      List<SettingsProblem> problems =
          "{broken}".equals(proxy.getPassword())
              ? List.of(
                  new DefaultSettingsProblem(
                      "no master password", SettingsProblem.Severity.ERROR, "", -1, -1, null))
              : List.of();
      if ("{encrypted}".equals(proxy.getPassword())) {
        proxy.setPassword("decrypted");
      }
      return new SettingsDecryptionResult() {
        @Override
        public Server getServer() {
          return null;
        }

        @Override
        public List<Server> getServers() {
          return List.of();
        }

        @Override
        public Proxy getProxy() {
          return proxy;
        }

        @Override
        public List<Proxy> getProxies() {
          return List.of(proxy);
        }

        @Override
        public List<SettingsProblem> getProblems() {
          return problems;
        }
      };
    }
  }
}
