package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.contracts.submission.RejectedSubmission;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.contracts.usage.UsageReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
  private static final SlotId SLOT = new SlotId("homepage-top");
  private static final Region REGION = new Region("ap-southeast-1");
  private static final SlotDefinition DEFINITION =
      new SlotDefinition(
          SLOT,
          new AccountId("daily-news"),
          "Homepage, top",
          Money.of("1", "USD"),
          Money.of("0.01", "USD"),
          PricingRule.SECOND_PRICE,
          RankingRule.QUALITY,
          NOON,
          NOON.plusSeconds(60));
  private static final Bid BID =
      new Bid(
          BidId.parse("0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f"),
          SLOT,
          new AccountId("acme"),
          REGION,
          Money.of("5.4", "USD"),
          12,
          new QualityScore(9_500),
          NOON.plusSeconds(1));
  private static final Tally TALLY =
      new Tally(4, 2, 1, new TreeMap<>(Map.of(RejectionReason.BELOW_FLOOR, 1L)));
  private static final AuctionOutcome OUTCOME =
      new AuctionOutcome(
          DEFINITION,
          List.of(new Candidate(1, BID, Money.of("5.36", "USD"))),
          TALLY,
          new TreeMap<>(Map.of(REGION, TALLY)),
          3,
          100,
          107,
          108,
          CloseCause.TIMER,
          NOON.plusSeconds(60),
          BidDigest.of(List.of(BID)));

  @Test
  void extendedAuctionsSurvive() throws MalformedEventException {
    SlotDefinition soft =
        new SlotDefinition(
            SLOT,
            DEFINITION.publisherId(),
            DEFINITION.name(),
            DEFINITION.floor(),
            DEFINITION.increment(),
            DEFINITION.pricing(),
            DEFINITION.ranking(),
            DEFINITION.opensAt(),
            DEFINITION.closesAt(),
            Optional.of(new SoftClose(10_000, 15_000, 40_000)));
    roundTrip(EventCodec.AUCTION_EVENT, new AuctionEvent.SlotOpened(soft, NOON));
    roundTrip(
        EventCodec.OUTCOME,
        new AuctionOutcome(
            soft,
            List.of(),
            Tally.NONE,
            new TreeMap<>(),
            3,
            100,
            100,
            108,
            CloseCause.TIMER,
            NOON.plusSeconds(90),
            BidDigest.of(List.of()),
            Optional.of(NOON.plusSeconds(90))));
  }

  @Test
  void auctionEventsSurviveTheLog() throws MalformedEventException {
    roundTrip(EventCodec.AUCTION_EVENT, new AuctionEvent.SlotOpened(DEFINITION, NOON));
    roundTrip(EventCodec.AUCTION_EVENT, new AuctionEvent.BidPlaced(BID));
    roundTrip(
        EventCodec.AUCTION_EVENT, new AuctionEvent.CloseMarked(SLOT, CloseCause.REQUEST, NOON));
  }

  @Test
  void outcomesAndStatesSurvive() throws MalformedEventException {
    roundTrip(EventCodec.OUTCOME, OUTCOME);
    roundTrip(EventCodec.SLOT_STATE, new SlotState.Decided(SLOT, OUTCOME));
    roundTrip(EventCodec.SLOT_STATE, new SlotState.Late(SLOT, 110, 2, 140));
    roundTrip(
        EventCodec.SLOT_STATE,
        new SlotState.Open(
            DEFINITION,
            100,
            109,
            120,
            NOON,
            TALLY,
            new TreeMap<>(Map.of(REGION, TALLY)),
            4,
            List.of(BID),
            2,
            "AAAA"));
    roundTrip(EventCodec.SLOT_STATE, new SlotState.Memory(SLOT, 1, "AAAA"));
    roundTrip(
        EventCodec.TRAFFIC_STATS,
        new TrafficStats(SLOT, 3, 109, TALLY, new TreeMap<>(Map.of(REGION, TALLY)), 1, true, NOON));
  }

  @Test
  void usageSurvives() throws MalformedEventException {
    roundTrip(
        EventCodec.USAGE,
        new UsageReport(
            UUID.fromString("0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f"),
            "ingest-service",
            NOON,
            NOON.plusSeconds(1),
            new TreeMap<>(Map.of(UsageReport.Count.STORE_ITEMS, 25L)),
            new TreeMap<>(Map.of(UsageReport.Level.STORE_LAG_RECORDS, 0L))));
  }

  @Test
  void settlementsSurvive() throws MalformedEventException {
    roundTrip(
        EventCodec.SETTLEMENT,
        new SettlementEvent.Settled(
            SLOT,
            SettlementId.of(SLOT),
            BID.accountId(),
            DEFINITION.publisherId(),
            BID.bidId(),
            REGION,
            1,
            BID.price(),
            Money.of("5.36", "USD"),
            Money.of("0.536", "USD"),
            Money.of("4.824", "USD"),
            NOON,
            NOON));
    roundTrip(
        EventCodec.SETTLEMENT,
        new SettlementEvent.Rejected(
            SLOT,
            List.of(
                new SettlementEvent.Refusal(
                    1, BID.accountId(), SettlementEvent.RefusalReason.LIMIT_EXCEEDED)),
            NOON,
            NOON));
    roundTrip(EventCodec.SETTLEMENT, new SettlementEvent.Unsold(SLOT, NOON, NOON));
  }

  @Test
  void rejectionsSurvive() throws MalformedEventException {
    RejectedSubmission.Source source = new RejectedSubmission.Source("bid-submissions", 3, 17);
    roundTrip(
        EventCodec.REJECTED_SUBMISSION,
        new RejectedSubmission(
            source,
            Optional.of("k"),
            Optional.of("b"),
            Optional.of("s"),
            "BELOW_FLOOR",
            "too low",
            NOON,
            "{\"amount\":1}"));
    roundTrip(
        EventCodec.REJECTED_SUBMISSION,
        new RejectedSubmission(
            source,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "INVALID_REQUEST",
            "no JSON",
            NOON,
            "\uFFFD"));
  }

  @Test
  void conflictsSurviveWithAndWithoutACode() throws MalformedEventException {
    UUID operation = UUID.fromString("0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f");
    roundTrip(
        EventCodec.CONFLICT,
        new ConflictEvent.AttemptFailed(
            operation,
            List.of(SLOT),
            "settlement-1/worker-2",
            "us-east-1",
            1,
            ConflictEvent.Cause.CONFLICT,
            Optional.of("40001"),
            Optional.empty(),
            12,
            NOON));
    roundTrip(
        EventCodec.CONFLICT,
        new ConflictEvent.Resolved(
            operation,
            List.of(SLOT),
            "settlement-1/worker-2",
            "us-east-1",
            2,
            ConflictEvent.Finding.ALREADY_SETTLED,
            NOON));
    roundTrip(
        EventCodec.CONFLICT,
        new ConflictEvent.Exhausted(
            operation, List.of(SLOT), "settlement-1/worker-2", "us-east-1", 10, NOON));
  }

  @Test
  void aBidIsWrittenAsDocumented() {
    assertThat(text(EventCodec.AUCTION_EVENT.encode(new AuctionEvent.BidPlaced(BID))))
        .isEqualTo(
            """
            {"type":"BID_PLACED","bid":{"bidId":"0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f",\
            "slotId":"homepage-top","accountId":"acme","region":"ap-southeast-1",\
            "price":{"amount":"5.4000","currency":"USD"},"latencyMs":12,"qualityScore":0.9500,\
            "acceptedAt":"2026-11-21T12:00:01.000001Z"}}\
            """);
  }

  @Test
  void aNewerPartMayAddFields() throws MalformedEventException {
    String json = text(EventCodec.OUTCOME.encode(OUTCOME));
    byte[] newer =
        json.replaceFirst("\\{", "{\"addedLater\":{\"x\":1},").getBytes(StandardCharsets.UTF_8);
    assertThat(EventCodec.OUTCOME.decode(newer)).isEqualTo(OUTCOME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "not json",
        "{\"type\":\"SLOT_EXPLODED\"}",
        "{\"type\":\"BID_PLACED\"}",
        "{\"type\":\"CLOSE_MARKED\",\"slotId\":\"bad id\",\"cause\":\"TIMER\",\"markedAt\":0}",
        "{\"type\":\"CLOSE_MARKED\",\"slotId\":\"s\",\"cause\":\"TIMER\"}{}"
      })
  void whatIsNoEventIsReportedAndNotGuessed(String json) {
    assertThatThrownBy(() -> EventCodec.AUCTION_EVENT.decode(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedEventException.class);
  }

  private static <T> void roundTrip(EventCodec<T> codec, T event) throws MalformedEventException {
    byte[] value = codec.encode(event);
    assertThat(codec.decode(value)).isEqualTo(event);
    assertThat(codec.encode(codec.decode(value))).isEqualTo(value);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
