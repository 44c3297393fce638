package io.quantedge.telemetry.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.application.Completion;
import io.quantedge.telemetry.application.Rebuild;
import io.quantedge.telemetry.application.States;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.application.TruthHistory;
import io.quantedge.telemetry.domain.Totals;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class RebuildIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final long SEED = 51;

  @Inject TelemetryState running;
  @Inject ConsumerSettings settings;
  @Inject TruthHistory history;

  @Test
  void afterARestartTheTotalsAreWhatTheyWere() {
    List<SlotStory> stories = new RandomExchange(SEED, Instant.now()).slots(40);
    List<Object> events = new ArrayList<>();
    stories.forEach(story -> events.addAll(story.events()));
    long wanted = running.totals().outcomes() + stories.size();
    try (EventFeed feed = new EventFeed()) {
      feed.send(events);
      // An evaluator that starts again repeats itself from the slot's opening on.
      Collections.shuffle(events, new Random(SEED));
      feed.send(events.subList(0, events.size() / 2));
    }
    await().atMost(SOON).until(() -> running.totals().outcomes() == wanted);

    Rebuild rebuild = States.rebuild(Clock.systemUTC());
    TelemetryState rebuilt = States.empty(Clock.systemUTC());
    Completion completion = States.completion(rebuilt, history, rebuild, Clock.systemUTC());
    EventReplay replay = new EventReplay(settings, new EventRouter(rebuilt), rebuild, completion);
    replay.start();
    try {
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .atMost(SOON)
          .until(rebuild::hasCaughtUp);
      // Ready means complete: nothing may still be missing at this very moment.
      Totals atOnce = rebuilt.totals();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(running.totals()).as("seed %d", SEED).isEqualTo(atOnce));
    } finally {
      replay.stop();
    }
  }

  @Test
  void theReplayLeavesNoTraceOnTheBroker() throws Exception {
    String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get())
                  .extracting(group -> group.groupId())
                  .containsExactly("telemetry-conflict-archive"));
    }
  }
}
