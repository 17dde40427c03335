package io.github.rustcross.maven.network;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A proxy, which is itself spoken to in plain HTTP, as Maven and curl do.
 *
 * @param host its name
 * @param port its port
 * @param login user and password, if it wants them
 * @param direct the hosts that are reached without it
 */
public record HttpProxy(String host, int port, Optional<Login> login, DirectHosts direct) {
  private static final int DEFAULT_PORT = 80;

  /**
   * Who uses the proxy.
   *
   * @param user the name
   * @param password the password; it is in no text that is printed
   */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user + ":***";
    }
  }

  /**
   * Reads what a variable such as {@code HTTPS_PROXY} holds: {@code http://user:password@host:port}
   * or {@code host:port}; nothing for other kinds of proxies.
   */
  static Optional<HttpProxy> parse(String text, DirectHosts direct) {
    try {
      URI uri = new URI(text.contains("://") ? text : "http://" + text);
      if (uri.getHost() == null || !uri.getScheme().startsWith("http")) {
        return Optional.empty();
      }
      return Optional.of(
          new HttpProxy(
              uri.getHost(),
              uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
              Optional.ofNullable(uri.getRawUserInfo()).map(HttpProxy::login),
              direct));
    } catch (URISyntaxException e) {
      // Whoever reads the variable, cargo for one, will say that it cannot be understood.
      return Optional.empty();
    }
  }

  private static Login login(String userInfo) {
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new Login(decode(userInfo), "")
        : new Login(decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
  }

  /** The address as variables have it, with the password. */
  public String url() {
    return "http://%s%s:%d"
        .formatted(
            login.map(who -> encode(who.user()) + ":" + encode(who.password()) + "@").orElse(""),
            host,
            port);
  }

  /** The value of the header {@code Proxy-Authorization} (RFC 7617). */
  public Optional<String> authorization() {
    return login.map(
        who ->
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        (who.user() + ":" + who.password()).getBytes(StandardCharsets.UTF_8)));
  }

  /** The same with other hosts that are reached without it. */
  HttpProxy with(DirectHosts others) {
    return new HttpProxy(host, port, login, others);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
