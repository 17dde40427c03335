package io.github.rustcross.maven.sysroot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves a folder on this machine, and may break off in the middle of a file. */
final class Mirror implements AutoCloseable {
  static {
    // Or each answer of two parts waits for the other side's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final Path folder;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String broken = "none";

  Mirror(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    Path file = folder.resolve(path.substring(1));
    if (Files.isRegularFile(file)) {
      byte[] content = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, content.length);
      if (path.endsWith(broken)) {
        exchange.getResponseBody().write(content, 0, content.length / 2);
        exchange.getResponseBody().flush();
        throw new IOException("the mirror goes away");
      }
      exchange.getResponseBody().write(content);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  /** From now on files whose names end so come by half. */
  void breakOff(String end) {
    broken = end;
  }

  /** What was asked for since this was called last. */
  List<String> requests() {
    List<String> all = List.copyOf(requests);
    requests.clear();
    return all;
  }

  String url() {
    return "http://%s:%d"
        .formatted(
            InetAddress.getLoopbackAddress().getHostAddress(), server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
