package io.quantedge.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpLoaderTest {
  private static final byte[] REQUEST =
      "POST /bids HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);
  private static final long STALL_MILLIS = 1_000;

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private volatile int stallAt = -1;
  private volatile int refuseEvery = Integer.MAX_VALUE;

  @BeforeEach
  void aService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.createContext(
        "/bids",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          int number = requests.incrementAndGet();
          if (number == stallAt) {
            stall();
          }
          exchange.sendResponseHeaders(number % refuseEvery == 0 ? 429 : 202, 2);
          exchange.getResponseBody().write(new byte[] {'{', '}'});
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void aStallIsChargedToEveryRequestThatWasDueMeanwhile() throws IOException {
    stallAt = 20;
    try (HttpLoader loader = new HttpLoader(uri(), 1)) {
      Load load = loader.pace(HttpLoaderTest::request, 100, Duration.ofSeconds(2));

      assertThat(load.accepted()).isEqualTo(200).isEqualTo(requests.get());
      // About 100 requests were due within the second; half of them waited half of it or longer.
      long waited =
          load.latencyNanos()
              .getCountBetweenValues(
                  TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS / 2), Long.MAX_VALUE / 2);
      assertThat(waited).isBetween(30L, 200L);
    }
  }

  @Test
  void whatWasRefusedIsNotCountedAsAccepted() throws IOException {
    refuseEvery = 3;
    try (HttpLoader loader = new HttpLoader(uri(), 4)) {
      Load load = loader.saturate(HttpLoaderTest::request, Duration.ofMillis(300));

      assertThat(load.accepted() + load.others()).isEqualTo(requests.get());
      assertThat(load.others()).isEqualTo(requests.get() / 3);
      assertThat(load.throughput().counted()).isBetween(1L, load.accepted());
    }
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void request(ByteBuffer target) {
    target.put(REQUEST);
  }

  private static void stall() {
    try {
      TimeUnit.MILLISECONDS.sleep(STALL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
