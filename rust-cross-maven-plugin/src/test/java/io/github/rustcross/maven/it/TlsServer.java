package io.github.rustcross.maven.it;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An HTTPS server of our own on a free port of this machine, with a certificate of an authority
 * that nobody else knows. It answers with the version of TLS.
 */
public final class TlsServer implements AutoCloseable {
  private static final String PASSWORD = "of a test";

  private final Path folder;
  private final HttpsServer server;

  /**
   * Starts one.
   *
   * @param folder keys and certificates go there; it is made
   */
  public TlsServer(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
    this.folder = Files.createDirectories(folder);
    pair("authority", "-dname", "CN=An authority", "-ext", "bc:critical=ca:true");
    pair("server", "-dname", "CN=localhost");
    keytool("authority", "-exportcert", "-rfc", "-file", "authority.pem");
    keytool("server", "-certreq", "-file", "request.pem");
    keytool(
        "authority",
        "-gencert",
        "-infile",
        "request.pem",
        "-outfile",
        "server.pem",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-ext",
        "eku=serverAuth");
    keytool("server", "-importcert", "-noprompt", "-alias", "of", "-file", "authority.pem");
    keytool("server", "-importcert", "-file", "server.pem");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.createContext(
        "/",
        exchange -> {
          String version = ((HttpsExchange) exchange).getSSLSession().getProtocol();
          byte[] answer = ("hello over " + version).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  /** The certificate of its authority, in a file as {@code SSL_CERT_FILE} names one. */
  public Path authority() {
    return folder.resolve("authority.pem");
  }

  /**
   * Has a program fetch from it.
   *
   * @param program takes the address as its argument
   * @param authorities what it is told to trust; nothing but what the machine trusts when left out
   */
  public Exec.Result fetchedBy(Path program, Path... authorities)
      throws IOException, InterruptedException {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("SSL_CERT_DIR", "");
    variables.put("SSL_CERT_FILE", "");
    variables.put("NO_PROXY", "localhost");
    for (Path authority : authorities) {
      variables.put("SSL_CERT_FILE", authority.toString());
    }
    String url = "https://localhost:%d/".formatted(server.getAddress().getPort());
    return Exec.run(folder, variables, List.of(program.toString(), url));
  }

  private SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(folder.resolve("server.p12"))) {
      store.load(stream, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void pair(String name, String... arguments) throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
    all.addAll(List.of(arguments));
    keytool(name, all.toArray(String[]::new));
  }

  /**
   * Calls it with the key store of that name, and with the entry of that name unless it is told of
   * another.
   */
  private void keytool(String store, String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
    line.addAll(List.of(arguments));
    line.addAll(List.of("-keystore", store + ".p12", "-storepass", PASSWORD));
    if (!line.contains("-alias")) {
      line.addAll(List.of("-alias", store));
    }
    Exec.output(folder, Map.of(), line);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
