package io.quantedge.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.application.EvaluationObserver;
import io.quantedge.evaluator.application.EvaluatorSettings;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.SlotViews;
import io.quantedge.evaluator.config.EvaluatorConfig;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.evaluator.domain.FoldEffect;
import io.quantedge.evaluator.domain.FoldRules;
import io.quantedge.evaluator.domain.PartitionFold;
import io.quantedge.evaluator.domain.SlotView;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop against a real broker. Each test has a partition of the log to itself. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class EvaluatorLoopIT {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject LoopSupervisor supervisor;
  @Inject SlotViews views;
  @Inject EvaluatorStatus status;
  @Inject EvaluatorSettings settings;
  @Inject EvaluationObserver observer;
  @Inject MeterRegistry meters;
  @Inject Clock clock;

  private TestLog log;

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

  @Test
  void slotClosesByTimeWithoutAnyTraffic() {
    SlotDefinition slot = TestLog.slot("by-time", Duration.ofMillis(1_500));
    log.append(0, Auctions.opened(slot));
    log.append(0, Auctions.placed(TestLog.bid(slot, 1, "advertiser-a", 54_000)));

    ConsumerRecord<String, byte[]> told = awaitOutcome(slot);

    AuctionOutcome outcome = decoded(told);
    assertThat(outcome.closeCause()).isEqualTo(CloseCause.TIMER);
    assertThat(outcome.closedAt()).isAfter(slot.closesAt());
    assertThat(outcome.candidates()).hasSize(1);
    assertThat(told.key())
        .as("settlements of one buyer meet in one place")
        .isEqualTo("advertiser-a");
  }

  @Test
  void onlyTheFirstMarkerCountsAndABidBehindItIsLate() {
    SlotDefinition slot = TestLog.slot("by-request", LONG);
    log.append(1, Auctions.opened(slot));
    long inTime = log.append(1, Auctions.placed(TestLog.bid(slot, 1, "a", 20_000)));
    long closeOffset = log.append(1, TestLog.marker(slot));
    log.append(1, Auctions.placed(TestLog.bid(slot, 2, "b", 90_000)));
    log.append(1, TestLog.marker(slot));

    AuctionOutcome outcome = decoded(awaitOutcome(slot));

    assertThat(outcome.closeOffset()).isEqualTo(closeOffset);
    assertThat(outcome.lastOffset()).isEqualTo(inTime);
    assertThat(outcome.winner().orElseThrow().bid().accountId().value()).isEqualTo("a");
    await().atMost(PATIENCE).until(() -> view(slot).late() == 1);
    assertThat(view(slot).total().received()).isEqualTo(1);
    assertThat(log.outcomes(slot.slotId()).stream().map(TestLog::text).distinct()).hasSize(1);
  }

  @Test
  void unsoldSlotIsToldUnderItsOwnNameAndRememberedInItsOwnPartition() {
    SlotDefinition slot = TestLog.slot("unsold", LONG);
    log.append(2, Auctions.opened(slot));
    log.append(2, Auctions.placed(TestLog.bid(slot, 1, "a", 9_999)));
    log.append(2, TestLog.marker(slot));

    ConsumerRecord<String, byte[]> told = awaitOutcome(slot);

    assertThat(decoded(told).state()).isEqualTo(AuctionOutcome.State.UNSOLD);
    assertThat(told.key()).isEqualTo("unsold");
    ConsumerRecord<String, byte[]> state = awaitOne(Topic.SLOT_STATES, slot.slotId());
    assertThat(state.key()).isEqualTo("unsold");
    assertThat(state.partition()).isEqualTo(2);
  }

  @Test
  void trafficIsToldCumulativelyAndItsLastWordIsTheOutcomes() {
    SlotDefinition slot = TestLog.slot("traffic", LONG);
    log.append(3, Auctions.opened(slot));
    Bid bid = TestLog.bid(slot, 1, "a", 20_000);
    log.append(3, Auctions.placed(bid));
    long repeat = log.append(3, Auctions.placed(bid));
    String counted = "\"offset\":" + repeat + ",\"total\":{\"received\":2,\"counted\":1,";
    await()
        .atMost(PATIENCE)
        .until(() -> statsOf(slot).stream().anyMatch(told -> told.contains(counted)));

    log.append(3, TestLog.marker(slot));

    await()
        .atMost(PATIENCE)
        .until(() -> statsOf(slot).stream().anyMatch(told -> told.contains("\"closed\":true")));
  }

  @Test
  void restartInTheMiddleGivesTheOutcomeThatTheLogAloneGives() {
    SlotDefinition slot = TestLog.slot("restarted", LONG);
    long openOffset = log.append(4, Auctions.opened(slot));
    for (int i = 0; i < 50; i++) {
      log.append(4, Auctions.placed(TestLog.bid(slot, i, "a" + i % 7, 20_000 + i % 11)));
    }
    await().atMost(PATIENCE).until(() -> view(slot).total().received() == 50);

    supervisor.stop();
    assertThat(log.groupIsEmpty("evaluator")).as("a stopped loop has left its group").isTrue();
    for (int i = 40; i < 80; i++) {
      log.append(4, Auctions.placed(TestLog.bid(slot, i, "a" + i % 7, 20_000 + i % 11)));
    }
    log.append(4, TestLog.marker(slot));
    supervisor.start();

    String told = TestLog.text(awaitOutcome(slot));
    assertThat(told).isEqualTo(foldOfTheLog(4, openOffset).get(slot.slotId()));
    assertThat(told).contains("\"received\":90,\"counted\":80,\"duplicate\":10");
  }

  @Test
  void decidedSlotIsNotOpenedAgainAfterARestart() {
    SlotDefinition decided = TestLog.slot("decided", LONG);
    log.append(5, Auctions.opened(decided));
    log.append(5, Auctions.placed(TestLog.bid(decided, 1, "a", 20_000)));
    log.append(5, TestLog.marker(decided));
    awaitOutcome(decided);
    SlotDefinition open = TestLog.slot("open-behind-it", LONG);
    long openOffset = log.append(5, Auctions.opened(open));
    await().atMost(PATIENCE).until(() -> log.committed("evaluator", 5) == openOffset);

    supervisor.stop();
    log.append(5, Auctions.opened(decided));
    log.append(5, Auctions.placed(TestLog.bid(decided, 2, "b", 90_000)));
    log.append(5, TestLog.marker(decided));
    log.append(5, TestLog.marker(open));
    supervisor.start();

    awaitOutcome(open);
    await().atMost(PATIENCE).until(() -> view(decided).late() == 1);
    assertThat(view(decided).outcome().orElseThrow().total().received()).isEqualTo(1);
    assertThat(log.outcomes(decided.slotId())).hasSize(1);
  }

  @Test
  void committedOffsetStaysBehindAnUndecidedSlot() {
    SlotDefinition open = TestLog.slot("undecided", LONG);
    SlotDefinition closed = TestLog.slot("decided-behind-it", LONG);
    SlotDefinition before = TestLog.slot("decided-before-it", LONG);
    log.append(6, Auctions.opened(before));
    log.append(6, TestLog.marker(before));
    awaitOutcome(before);
    long openOffset = log.append(6, Auctions.opened(open));
    log.append(6, Auctions.opened(closed));
    log.append(6, TestLog.marker(closed));
    awaitOne(Topic.SLOT_STATES, closed.slotId());

    await().atMost(PATIENCE).until(() -> log.committed("evaluator", 6) == openOffset);
    await()
        .during(Duration.ofMillis(2_500))
        .atMost(PATIENCE)
        .until(() -> log.committed("evaluator", 6) == openOffset);

    long marker = log.append(6, TestLog.marker(open));
    await().atMost(PATIENCE).until(() -> log.committed("evaluator", 6) == marker + 1);
  }

  @Test
  void recordsThatCannotBeReadAreCountedAndSkipped() {
    double before = meters.counter("exchange.evaluator.records.undecodable").count();
    SlotDefinition slot = TestLog.slot("among-garbage", LONG);
    log.append(7, Auctions.opened(slot));
    log.appendRaw(7, slot.slotId().value(), "{\"type\":\"NOTHING_WE_KNOW\"}".getBytes());
    log.appendRaw(7, slot.slotId().value(), new byte[] {0, 1, 2});
    log.appendRaw(7, slot.slotId().value(), null);
    log.appendRaw(
        7,
        "another-key",
        EventCodec.AUCTION_EVENT.encode(Auctions.placed(TestLog.bid(slot, 1, "a", 30_000))));
    log.append(7, Auctions.placed(TestLog.bid(slot, 2, "b", 20_000)));
    log.append(7, TestLog.marker(slot));

    AuctionOutcome outcome = decoded(awaitOutcome(slot));

    assertThat(outcome.winner().orElseThrow().bid().accountId().value()).isEqualTo("b");
    assertThat(meters.counter("exchange.evaluator.records.undecodable").count() - before)
        .isEqualTo(4);
  }

  @Test
  void twoOwnersAtOnceSayTheSame() {
    Helper zombie = new Helper("zombie", 0);
    zombie.supervisor.start();
    try {
      await().atMost(PATIENCE).until(zombie.status::isReady);
      SlotDefinition slot = TestLog.slot("two-owners", Duration.ofMillis(1_500));
      log.append(8, Auctions.opened(slot));
      for (int i = 0; i < 20; i++) {
        log.append(8, Auctions.placed(TestLog.bid(slot, i, "a" + i % 5, 20_000 + i % 3)));
      }

      await().atMost(PATIENCE).until(() -> log.outcomes(slot.slotId()).size() == 2);

      assertThat(log.outcomes(slot.slotId()).stream().map(TestLog::text).distinct()).hasSize(1);
    } finally {
      zombie.supervisor.stop();
    }
  }

  @Test
  void failedLoopIsStartedAgainAndCatchesUp() {
    double before = meters.counter("exchange.evaluator.loop.restarts").count();
    Helper unlucky = new Helper("unlucky", 2);
    SlotDefinition slot = TestLog.slot("after-failures", LONG);
    log.append(9, Auctions.opened(slot));
    unlucky.supervisor.start();
    try {
      await().atMost(PATIENCE).until(unlucky.status::isReady);

      assertThat(unlucky.views.find(slot.slotId())).isPresent();
      assertThat(meters.counter("exchange.evaluator.loop.restarts").count() - before).isEqualTo(2);
    } finally {
      unlucky.supervisor.stop();
    }
    assertThat(unlucky.status.phase()).isEqualTo(EvaluatorStatus.Phase.STOPPED);
    assertThat(unlucky.views.find(slot.slotId())).as("nothing is left behind").isEmpty();
  }

  /** A second evaluator in this JVM, in a group of its own. */
  private final class Helper {
    private final SlotViews views = new SlotViews();
    private final EvaluatorStatus status = new EvaluatorStatus();
    private final LoopSupervisor supervisor;

    Helper(String group, int failures) {
      EvaluatorConfig config =
          new SmallRyeConfigBuilder()
              .withMapping(EvaluatorConfig.class)
              .withSources(
                  new PropertiesConfigSource(
                      Map.of("exchange.evaluator.group-id", group), "test", 100))
              .build()
              .getConfigMapping(EvaluatorConfig.class);
      AtomicInteger left = new AtomicInteger(failures);
      KafkaClients clients =
          new KafkaClients(
              Map.of("bootstrap.servers", bootstrapServers()),
              config,
              PeerAddress.parse("127.0.0.1:0")) {
            @Override
            Consumer<String, byte[]> logConsumer() {
              if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("wanted failure");
              }
              return super.logConsumer();
            }
          };
      supervisor = new LoopSupervisor(clients, config, settings, observer, views, status, clock);
    }
  }

  private ConsumerRecord<String, byte[]> awaitOutcome(SlotDefinition slot) {
    return awaitOne(Topic.AUCTION_OUTCOMES, slot.slotId());
  }

  private ConsumerRecord<String, byte[]> awaitOne(Topic topic, SlotId slotId) {
    String part = "\"slotId\":\"" + slotId + "\"";
    await().atMost(PATIENCE).until(() -> !log.about(topic, part).isEmpty());
    return log.about(topic, part).getFirst();
  }

  private List<String> statsOf(SlotDefinition slot) {
    return log.about(Topic.TRAFFIC_STATS, "\"slotId\":\"" + slot.slotId() + "\"").stream()
        .map(TestLog::text)
        .toList();
  }

  private SlotView view(SlotDefinition slot) {
    return await()
        .atMost(PATIENCE)
        .until(() -> views.find(slot.slotId()), java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** What one uninterrupted fold of the partition's log says, by slot. */
  private Map<SlotId, String> foldOfTheLog(int partition, long from) {
    List<Long> lengths = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          lengths.add((long) log.events(partition, from).size());
          return lengths.size() > 2
              && lengths.getLast().equals(lengths.get(lengths.size() - 3))
              && lengths.getLast() > 0;
        });
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

  private static AuctionOutcome decoded(ConsumerRecord<String, byte[]> entry) {
    try {
      return EventCodec.OUTCOME.decode(entry.value());
    } catch (MalformedEventException e) {
      throw new AssertionError(e);
    }
  }

  private static String bootstrapServers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }
}
