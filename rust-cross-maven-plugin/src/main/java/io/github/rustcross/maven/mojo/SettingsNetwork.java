package io.github.rustcross.maven.mojo;

import io.github.rustcross.maven.network.DirectHosts;
import io.github.rustcross.maven.network.HttpProxy;
import io.github.rustcross.maven.network.NetworkSettings;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Reads the proxies and mirrors of {@code settings.xml}. */
public final class SettingsNetwork {
  private final SettingsDecrypter decrypter;

  /** Wired by Maven. */
  @Inject
  public SettingsNetwork(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  /**
   * What the settings say, passwords decrypted.
   *
   * @throws ProblemException if a password cannot be decrypted
   */
  NetworkSettings network(Settings settings) throws ProblemException {
    List<Proxy> active = settings.getProxies().stream().filter(Proxy::isActive).toList();
    Optional<HttpProxy> http = proxy(active, "http");
    Optional<HttpProxy> https = proxy(active, "https");
    // Maven itself sends https through the proxy for http where there is no other.
    return new NetworkSettings(http, https.isPresent() ? https : http, mirrors(settings));
  }

  private Optional<HttpProxy> proxy(List<Proxy> active, String protocol) throws ProblemException {
    Optional<Proxy> first =
        active.stream().filter(proxy -> protocol.equalsIgnoreCase(proxy.getProtocol())).findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Proxy proxy = decrypt(first.get());
    return Optional.of(
        new HttpProxy(
            proxy.getHost(),
            proxy.getPort(),
            text(proxy.getUsername())
                .map(user -> new HttpProxy.Login(user, text(proxy.getPassword()).orElse(""))),
            text(proxy.getNonProxyHosts()).map(DirectHosts::ofSettings).orElse(DirectHosts.NONE)));
  }

  private Proxy decrypt(Proxy proxy) throws ProblemException {
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
    for (SettingsProblem problem : result.getProblems()) {
      if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
        throw new ProblemException(
            Problem.of(
                ProblemCode.SETTINGS_INVALID,
                "the password of the proxy '%s' in settings.xml cannot be decrypted: %s"
                    .formatted(proxy.getId(), problem.getMessage()),
                "Encrypt it again: mvn --encrypt-password"));
      }
    }
    return result.getProxy();
  }

  /** Only what names one of ours: {@code *} and its kin mean repositories of Maven. */
  private static Map<String, String> mirrors(Settings settings) {
    Map<String, String> mirrors = new LinkedHashMap<>();
    for (Mirror mirror : settings.getMirrors()) {
      for (String id : text(mirror.getMirrorOf()).orElse("").split(",")) {
        if (id.strip().startsWith(NetworkSettings.PREFIX)) {
          mirrors.putIfAbsent(id.strip(), text(mirror.getUrl()).orElse(""));
        }
      }
    }
    return mirrors;
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
