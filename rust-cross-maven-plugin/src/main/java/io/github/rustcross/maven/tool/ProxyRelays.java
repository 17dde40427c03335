package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.network.HttpProxy;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds the login to what is sent to a proxy. Java refuses to send a password to a proxy for https
 * (networking property {@code jdk.http.auth.tunneling.disabledSchemes}), and the property that
 * would allow it is the whole JVM's. A relay listens on this machine, for one client, until it is
 * closed.
 */
final class ProxyRelays implements AutoCloseable {
  private static final int LONGEST_HEAD = 65_536;
  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  /** A further request on the same connection would lack the login. */
  private static final String ONE_REQUEST = "Connection: close\r\n";

  private final Map<HttpProxy, ServerSocket> relays = new HashMap<>();
  private final List<Closeable> open = new ArrayList<>();
  private IOException failure;

  /** The address of the relay to a proxy. */
  synchronized InetSocketAddress to(HttpProxy proxy) {
    ServerSocket relay =
        relays.computeIfAbsent(
            proxy,
            key -> {
              try {
                ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                keep(server);
                start(() -> accept(server, key));
                return server;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return new InetSocketAddress(relay.getInetAddress(), relay.getLocalPort());
  }

  @Override
  public synchronized void close() throws IOException {
    for (Closeable one : open) {
      one.close();
    }
  }

  private synchronized void keep(Closeable one) {
    open.add(one);
  }

  private void accept(ServerSocket server, HttpProxy proxy) throws IOException {
    while (true) {
      Socket client = server.accept();
      keep(client);
      start(() -> serve(client, proxy));
    }
  }

  private void serve(Socket client, HttpProxy proxy) throws IOException {
    try (client;
        Socket upstream = connect(proxy)) {
      keep(upstream);
      InputStream fromClient = new BufferedInputStream(client.getInputStream());
      byte[] head = head(fromClient);
      OutputStream toProxy = upstream.getOutputStream();
      toProxy.write(head, 0, head.length - 2);
      toProxy.write(
          "Proxy-Authorization: %s\r\n%s\r\n"
              .formatted(proxy.authorization().orElseThrow(), isTunnel(head) ? "" : ONE_REQUEST)
              .getBytes(StandardCharsets.ISO_8859_1));
      toProxy.flush();
      start(() -> fromClient.transferTo(toProxy));
      upstream.getInputStream().transferTo(client.getOutputStream());
    }
  }

  private Socket connect(HttpProxy proxy) throws IOException {
    try {
      return new Socket(proxy.host(), proxy.port());
    } catch (IOException e) {
      synchronized (this) {
        failure = e;
      }
      throw e;
    }
  }

  /** Why a proxy could not be reached, which the client of the relay does not see. */
  synchronized Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  private static boolean isTunnel(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("CONNECT ");
  }

  /** The first request up to its empty line; behind it comes TLS, or nothing. */
  private static byte[] head(InputStream stream) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < END.length && head.size() < LONGEST_HEAD) {
      int next = stream.read();
      if (next < 0) {
        throw new IOException("the request ended early");
      }
      head.write(next);
      matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
    }
    return head.toByteArray();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // A connection that ends, here or there, ends for the client as well, which says
                // so; and closing the relay ends all.
                return;
              }
            },
            "proxy relay");
    thread.setDaemon(true);
    thread.start();
  }
}
