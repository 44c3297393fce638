package io.quantedge.telemetry.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.application.Completion;
import io.quantedge.telemetry.application.Rebuild;
import io.quantedge.telemetry.application.States;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.application.TruthHistory;
import io.quantedge.telemetry.domain.Overview;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** It has a broker of its own, because it deletes records that others count. */
@QuarkusTest
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = TruthStoreResource.class, restrictToAnnotatedClass = true)
class RetentionIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final long SEED = 71;

  @Inject TelemetryState running;
  @Inject ConsumerSettings settings;
  @Inject TruthHistory history;
  @Inject Dsql dsql;

  private List<SlotStory> stories(String prefix, long seed, Instant start) {
    RandomExchange exchange = new RandomExchange(seed, start);
    return IntStream.range(0, 40)
        .mapToObj(i -> exchange.slot(prefix + i))
        .filter(story -> story.settlement().isPresent())
        .toList();
  }

  @Test
  void totalsSurviveTheLossOfTheTopicsOldestRecords() throws Exception {
    TruthStore store = new TruthStore(dsql);
    store.createBooks();
    List<SlotStory> all = new ArrayList<>();
    List<SlotStory> old = stories("old-", SEED, Instant.now().minus(Duration.ofDays(9)));
    List<SlotStory> newer = stories("new-", SEED + 1, Instant.now().minus(Duration.ofHours(1)));
    all.addAll(old);
    all.addAll(newer);
    all.forEach(story -> store.insert(story.outcome(), story.settlement().orElseThrow()));
    Map<TopicPartition, RecordsToDelete> lost;
    try (EventFeed feed = new EventFeed();
        Admin admin = admin()) {
      old.forEach(story -> feed.send(story.events()));
      Map<TopicPartition, Long> ofOld = ends(admin);
      newer.forEach(story -> feed.send(story.events()));
      await().atMost(SOON).until(() -> running.totals().settlements() == all.size());
      long events =
          all.stream().flatMap(story -> story.operations().stream()).mapToLong(List::size).sum();
      await().atMost(SOON).until(() -> store.count("conflict_events") == events);
      lost = oldAndHalfOfTheNewer(ofOld, ends(admin));
      admin.deleteRecords(lost).all().get();
    }
    Overview truth = running.overview();

    Rebuild rebuild = States.rebuild(Clock.systemUTC());
    TelemetryState rebuilt = States.empty(Clock.systemUTC());
    Completion completion = States.completion(rebuilt, history, rebuild, Clock.systemUTC());
    EventReplay replay = new EventReplay(settings, new EventRouter(rebuilt), rebuild, completion);
    replay.start();
    try {
      await().atMost(SOON).until(rebuild::hasCaughtUp);

      assertThat(rebuilt.totals()).as("seed %d", SEED).isEqualTo(running.totals());
      Overview overview = rebuilt.overview();
      assertThat(overview.money().byCurrency()).isEqualTo(truth.money().byCurrency());
      assertThat(overview.winningRegions().byRegion()).isEqualTo(truth.winningRegions().byRegion());
      assertThat(rebuilt.conflicts().byCauseAndCode())
          .isEqualTo(running.conflicts().byCauseAndCode());
      assertThat(overview.coverage().fromTruthStore())
          .contains("outcomes", "settlements", "money", "conflicts");
      assertThat(overview.coverage().since().get("settlements")).isNotNull();
      assertThat(overview.coverage().since().get("traffic-stats")).isNull();
      assertThat(overview.coverage().notKnown()).hasSize(1);
    } finally {
      replay.stop();
    }
  }

  private static Map<TopicPartition, RecordsToDelete> oldAndHalfOfTheNewer(
      Map<TopicPartition, Long> ofOld, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, RecordsToDelete> lost = new HashMap<>();
    ofOld.forEach((partition, offset) -> {
      long half = offset + (ends.getOrDefault(partition, offset) - offset) / 2;
      lost.put(partition, RecordsToDelete.beforeOffset(half));
    });
    return lost;
  }

  private static Map<TopicPartition, Long> ends(Admin admin) throws Exception {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (Topic topic : EventRouter.CUT_BY_RETENTION) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        wanted.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(wanted).all().get();
    Map<TopicPartition, Long> ends = new HashMap<>();
    found.forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }

  private static Admin admin() {
    String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    return Admin.create(Map.<String, Object>of("bootstrap.servers", broker));
  }
}
