package io.quantedge.evaluator.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.Peers;
import io.quantedge.evaluator.config.PeerConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpPeersTest {
  private static final PeerAddress SELF = PeerAddress.parse("127.0.0.1:8082");

  private final HttpPeers peers = new HttpPeers(config(), SELF);
  private final CountDownLatch silence = new CountDownLatch(1);
  private final AtomicReference<String> seen = new AtomicReference<>("");
  private HttpServer server;
  private PeerAddress address;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = new PeerAddress("127.0.0.1", server.getAddress().getPort());
    server.createContext(
        "/v1",
        exchange -> {
          seen.set(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + exchange.getRequestHeaders().getFirst(Peers.FORWARDED_BY));
          exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
          exchange.getResponseHeaders().add("Retry-After", "1");
          exchange.sendResponseHeaders(503, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.createContext(
        "/silent",
        exchange -> {
          try {
            silence.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    silence.countDown();
    server.stop(0);
    peers.close();
  }

  @Test
  void questionCarriesTheKeyAndWhoPassesItOnAndTheAnswerIsKeptAsItIs() throws Exception {
    Peers.Reply reply = peers.get(address, "/v1/slots?limit=2", Optional.of("Bearer key"));

    assertThat(seen).hasValue("/v1/slots?limit=2 Bearer key 127.0.0.1:8082");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.contentType()).contains("application/problem+json");
    assertThat(reply.retryAfter()).contains("1");
    assertThat(reply.body()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
  }

  @Test
  void withoutAKeyNoneIsMadeUp() throws Exception {
    peers.get(address, "/v1/slots", Optional.empty());

    assertThat(seen).hasValue("/v1/slots null 127.0.0.1:8082");
  }

  @Test
  void instanceThatAcceptsAndSaysNothingIsGivenUp() {
    assertThatThrownBy(() -> peers.get(address, "/silent", Optional.empty()))
        .isInstanceOf(Peers.PeerSilentException.class)
        .hasMessageContaining(address.toString());
  }

  @Test
  void instanceThatIsGoneIsGivenUp() {
    server.stop(0);

    assertThatThrownBy(() -> peers.get(address, "/v1/slots", Optional.empty()))
        .isInstanceOf(Peers.PeerSilentException.class);
  }

  private static PeerConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(PeerConfig.class)
        .withSources(
            new PropertiesConfigSource(
                Map.of("exchange.evaluator.peer-timeout-millis", "300"), "test", 100))
        .build()
        .getConfigMapping(PeerConfig.class);
  }
}
