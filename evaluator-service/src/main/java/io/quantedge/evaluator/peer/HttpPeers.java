package io.quantedge.evaluator.peer;

import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.Peers;
import io.quantedge.evaluator.config.PeerConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks over HTTP/1.1, follows no redirect and repeats nothing: the one who asked may ask again, and
 * then the owner may be another one. Thread-safe.
 */
@ApplicationScoped
class HttpPeers implements Peers {
  private final HttpClient client;
  private final Duration timeout;
  private final PeerAddress self;

  HttpPeers(PeerConfig config, PeerAddress self) {
    this.self = self;
    this.timeout = Duration.ofMillis(config.peerTimeoutMillis());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofMillis(config.peerConnectTimeoutMillis()))
            .build();
  }

  @Override
  public Reply get(PeerAddress peer, String path, Optional<String> authorization)
      throws PeerSilentException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + peer + path))
            .timeout(timeout)
            .header("Accept", "application/json")
            .header(FORWARDED_BY, self.toString());
    authorization.ifPresent(value -> request.header("Authorization", value));
    try {
      return replyOf(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new PeerSilentException("instance " + peer + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PeerSilentException("the question to instance " + peer + " was interrupted", e);
    }
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  private static Reply replyOf(HttpResponse<byte[]> response) {
    HttpHeaders headers = response.headers();
    return new Reply(
        response.statusCode(),
        headers.firstValue("Content-Type"),
        headers.firstValue("Retry-After"),
        headers.firstValue("WWW-Authenticate"),
        response.body());
  }
}
