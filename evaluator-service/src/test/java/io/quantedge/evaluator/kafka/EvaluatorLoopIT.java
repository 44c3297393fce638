package io.quantedge.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The loop against a real broker, from the log to what comes out. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class EvaluatorLoopIT extends LoopFixture {
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
  void softCloseIsExtendedByBidsAndClosesByTimeAtTheNewDeadline() {
    SlotDefinition slot =
        Auctions.withSoftClose(
            TestLog.slot("soft", Duration.ofMillis(2_000)), new SoftClose(1_500, 2_500, 10_000));
    log.append(10, Auctions.opened(slot));
    Instant inTheWindow = slot.closesAt().minusMillis(500);
    log.append(10, Auctions.placed(TestLog.bidAt(slot, 1, "a", 20_000, inTheWindow)));
    Instant afterClosesAt = slot.closesAt().plusMillis(1_000);
    log.append(10, Auctions.placed(TestLog.bidAt(slot, 2, "b", 30_000, afterClosesAt)));

    AuctionOutcome outcome = decoded(awaitOutcome(slot));

    assertThat(outcome.closeCause()).isEqualTo(CloseCause.TIMER);
    assertThat(outcome.extendedTo()).contains(slot.closesAt().plusMillis(3_500));
    assertThat(outcome.closedAt()).isAfter(slot.closesAt().plusMillis(3_500));
    assertThat(outcome.winner().orElseThrow().bid().accountId().value()).isEqualTo("b");
  }
}
