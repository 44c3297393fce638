package io.quantedge.evaluator.kafka;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.application.EvaluationObserver;
import io.quantedge.evaluator.application.EvaluatorSettings;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.application.SlotViews;
import io.quantedge.evaluator.config.EvaluatorConfig;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.evaluator.domain.FoldEffect;
import io.quantedge.evaluator.domain.FoldRules;
import io.quantedge.evaluator.domain.PartitionFold;
import io.quantedge.evaluator.domain.SlotView;
import io.quantedge.evaluator.tracing.SlotTraces;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the loop against a real broker share. Each test has a partition to itself. */
abstract class LoopFixture {
  static final Duration LONG = Duration.ofMinutes(10);
  static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject LoopSupervisor supervisor;
  @Inject SlotViews views;
  @Inject EvaluatorStatus status;
  @Inject EvaluatorSettings settings;
  @Inject EvaluationObserver observer;
  @Inject MeterRegistry meters;
  @Inject Clock clock;

  TestLog log;

  @BeforeEach
  void open() {
    log = new TestLog(bootstrapServers());
    await().atMost(PATIENCE).until(status::isReady);
  }

  @AfterEach
  void close() {
    supervisor.start();
    log.close();
  }

  /** The settings of this application, but for two of them. */
  EvaluatorSettings with(long maxRememberedBids, long snapshotRecords) {
    return new EvaluatorSettings(
        settings.rules(),
        settings.statsInterval(),
        settings.retryDelay(),
        settings.maxInFlight(),
        settings.maxUndelivered(),
        maxRememberedBids,
        new EvaluatorSettings.SnapshotRules(snapshotRecords, Duration.ofMinutes(10)),
        settings.retention());
  }

  /** A second evaluator in this JVM. */
  final class Helper {
    final SlotViews views = new SlotViews();
    final EvaluatorStatus status = new EvaluatorStatus();
    final LoopSupervisor supervisor;

    Helper(String group, int failures) {
      this(Map.of("group-id", group), settings, failures);
    }

    /**
     * @param properties below exchange.evaluator
     * @param failures how often it fails before it works
     */
    Helper(Map<String, String> properties, EvaluatorSettings settings, int failures) {
      Map<String, String> config = new HashMap<>();
      properties.forEach((name, value) -> config.put("exchange.evaluator." + name, value));
      this(configOf(config), settings, failures);
    }

    private Helper(EvaluatorConfig config, EvaluatorSettings settings, int failures) {
      AtomicInteger left = new AtomicInteger(failures);
      KafkaClients clients =
          new KafkaClients(Map.of("bootstrap.servers", bootstrapServers()), config) {
            @Override
            Consumer<String, byte[]> logConsumer() {
              if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("wanted failure");
              }
              return super.logConsumer();
            }
          };
      supervisor =
          new LoopSupervisor(
              clients, config, settings, observer, views, status, clock, SlotTraces.off());
    }
  }

  private static EvaluatorConfig configOf(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withMapping(EvaluatorConfig.class)
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(EvaluatorConfig.class);
  }

  /** Bids for the slot of each partition, without waiting for the broker. */
  void bidOnAll(List<SlotDefinition> slots, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int partition = 0; partition < slots.size(); partition++) {
        SlotDefinition slot = slots.get(partition);
        log.appendLater(
            partition, Auctions.placed(TestLog.bid(slot, i, "a" + i % 7, 20_000 + i % 11)));
      }
    }
  }

  ConsumerRecord<String, byte[]> awaitOutcome(SlotDefinition slot) {
    return awaitOne(Topic.AUCTION_OUTCOMES, slot.slotId());
  }

  ConsumerRecord<String, byte[]> awaitOne(Topic topic, SlotId slotId) {
    String part = "\"slotId\":\"" + slotId + "\"";
    await().atMost(PATIENCE).until(() -> !log.about(topic, part).isEmpty());
    return log.about(topic, part).getFirst();
  }

  List<String> statsOf(SlotDefinition slot) {
    return log.about(Topic.TRAFFIC_STATS, "\"slotId\":\"" + slot.slotId() + "\"").stream()
        .map(TestLog::text)
        .toList();
  }

  SlotView view(SlotDefinition slot) {
    return await()
        .atMost(PATIENCE)
        .until(() -> views.find(slot.slotId()), java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** What one uninterrupted fold of the partition's log says, by slot. */
  Map<SlotId, String> foldOfTheLog(int partition, long from) {
    log.catchUp(Topic.AUCTION_EVENTS);
    PartitionFold fold = new PartitionFold(partition, from, new FoldRules(3, 7));
    Map<SlotId, String> outcomes = new HashMap<>();
    log.events(partition, from)
        .forEach((offset, event) -> {
          if (fold.apply(event, offset) instanceof FoldEffect.Closed(var outcome)) {
            outcomes.put(
                outcome.slot().slotId(),
                new String(
                    EventCodec.OUTCOME.encode(outcome), java.nio.charset.StandardCharsets.UTF_8));
          }
        });
    return outcomes;
  }

  static AuctionOutcome decoded(ConsumerRecord<String, byte[]> entry) {
    try {
      return EventCodec.OUTCOME.decode(entry.value());
    } catch (MalformedEventException e) {
      throw new AssertionError(e);
    }
  }

  static String bootstrapServers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }
}
