package io.quantedge.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class LiveIT {
  private static final Duration SOON = Duration.ofSeconds(15);

  private static URI live() {
    return URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/live");
  }

  /** The lines of an open stream, read by a thread of their own. */
  private static final class Watcher implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final HttpClient client = HttpClient.newHttpClient();

    Watcher(URI uri) throws Exception {
      response =
          client.send(
              HttpRequest.newBuilder(uri).header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofLines());
      Thread.ofVirtual().start(() -> response.body().forEach(lines::add));
    }

    List<String> of(String prefix) {
      return lines.stream()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip())
          .toList();
    }

    /** What the newest frame says. */
    JsonNode newestFrame() throws Exception {
      List<String> frames = of("data:").stream().filter(data -> data.contains("overview")).toList();
      return new ObjectMapper().readTree(frames.isEmpty() ? "{}" : frames.getLast());
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  @Test
  void aWatcherGetsHistoryTheStateAndEveryChangeWithoutAskingAgain() throws Exception {
    try (Watcher watcher = new Watcher(live());
        EventFeed feed = new EventFeed()) {
      await().atMost(SOON).until(() -> watcher.newestFrame().path("rebuilt").asBoolean());
      assertThat(watcher.response.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(watcher.response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(watcher.of("event:").getFirst()).isEqualTo("history");
      long before = watcher.newestFrame().at("/overview/bids/received").asLong();

      SlotStory story = new RandomExchange(21, Instant.now()).slot("live-1");
      feed.send(story.events());

      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            JsonNode frame = watcher.newestFrame();
            assertThat(frame.at("/overview/bids/received").asLong())
                .isEqualTo(before + story.traffic().getLast().total().received());
            assertThat(frame.at("/conflicts/kind").asText()).isEqualTo("measured");
          });
      List<Long> ids = watcher.of("id:").stream().map(Long::parseLong).toList();
      assertThat(ids).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void aWatcherOfAQuietServiceIsToldTheTimeBecauseTheFirstFrameMayBeOld() throws Exception {
    Instant beforeWatching = Instant.now();
    try (Watcher watcher = new Watcher(live())) {
      await().atMost(SOON).until(() -> !watcher.of("data:").isEmpty());
      String history = watcher.of("data:").getFirst();
      assertThat(Instant.parse(new ObjectMapper().readTree(history).path("at").asText()))
          .isBetween(beforeWatching, Instant.now());
    }
  }

  @Test
  void aQuietStreamGivesSignsOfLife() throws Exception {
    try (Watcher watcher = new Watcher(live())) {
      await()
          .atMost(SOON)
          .until(() -> watcher.of("event:").stream().filter("heartbeat"::equals).count() >= 2);
    }
  }
}
