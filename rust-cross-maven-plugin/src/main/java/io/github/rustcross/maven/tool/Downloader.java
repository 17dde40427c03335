package io.github.rustcross.maven.tool;

import io.github.rustcross.maven.network.HttpProxy;
import io.github.rustcross.maven.network.Network;
import io.github.rustcross.maven.process.Interruption;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Downloads over HTTP, through the proxy that is meant for the address. */
public final class Downloader {
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int OK = 200;

  private final Network network;

  /** A downloader. */
  public Downloader(Network network) {
    this.network = network;
  }

  /**
   * Downloads.
   *
   * @throws IOException with the address, and with the proxy where there is one
   */
  public <T> T get(URI url, HttpResponse.BodyHandler<T> handler) throws IOException {
    try (ProxyRelays relays = new ProxyRelays()) {
      return get(url, handler, relays);
    }
  }

  private <T> T get(URI url, HttpResponse.BodyHandler<T> handler, ProxyRelays relays)
      throws IOException {
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .connectTimeout(CONNECT)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .proxy(new Selector(network, relays))
              .build();
      HttpResponse<T> response =
          client.send(HttpRequest.newBuilder(url).timeout(ANSWER).build(), handler);
      if (response.statusCode() != OK) {
        throw new IOException(url + " answered " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    } catch (IOException e) {
      throw new IOException(
          "%s cannot be downloaded%s: %s"
              .formatted(
                  url,
                  network
                      .proxy(url)
                      .map(proxy -> " through the proxy " + proxy.host() + ":" + proxy.port())
                      .orElse(""),
                  reason(relays.failure().orElse(e))),
          e);
    }
  }

  /** Java gives a connection that is refused no message at all. */
  private static String reason(IOException e) {
    if (e.getMessage() != null) {
      return e.getMessage();
    }
    return e instanceof ConnectException ? "cannot be reached" : e.getClass().getSimpleName();
  }

  /** Asked for every address anew, those of redirects too. */
  private static final class Selector extends ProxySelector {
    private final Network network;
    private final ProxyRelays relays;

    Selector(Network network, ProxyRelays relays) {
      this.network = network;
      this.relays = relays;
    }

    @Override
    public List<Proxy> select(URI uri) {
      Optional<HttpProxy> proxy = network.proxy(uri);
      if (proxy.isEmpty()) {
        return List.of(Proxy.NO_PROXY);
      }
      InetSocketAddress address =
          proxy.get().login().isPresent()
              ? relays.to(proxy.get())
              : new InetSocketAddress(proxy.get().host(), proxy.get().port());
      return List.of(new Proxy(Proxy.Type.HTTP, address));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // The client throws the same failure.
    }
  }
}
