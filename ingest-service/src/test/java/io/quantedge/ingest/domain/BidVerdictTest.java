package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.LossReason;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.ingest.domain.BidVerdict.Counting;
import io.quantedge.ingest.domain.BidVerdict.Result;
import io.quantedge.ingest.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidVerdictTest {
  private static final long MARKER = 50;
  private static final Instant CLOSES_AT = Samples.CLOSES_AT;
  private final Bid winner = Samples.bid("s", new UUID(1, 1), "5");

  @Test
  void shouldSayNothingBeforeTheMarkerIsKnown() {
    BidVerdict verdict = verdict(dossier(Samples.slot("s"), Optional.empty(), false), winner, 10);

    assertThat(verdict.counting()).isEqualTo(Counting.PENDING);
    assertThat(verdict.result()).isEqualTo(Result.PENDING);
  }

  @Test
  void shouldCountABidBeforeTheOutcomeIsKnown() {
    BidVerdict verdict = verdict(dossier(Samples.slot("s"), Optional.empty(), true), winner, 10);

    assertThat(verdict.counting()).isEqualTo(Counting.COUNTED);
    assertThat(verdict.result()).isEqualTo(Result.PENDING);
  }

  @Test
  void shouldKnowTheWinnerAndTellTheOthersWhy() {
    SlotDossier decided = decided(Samples.slot("s"), Optional.empty());

    assertThat(verdict(decided, winner, 10))
        .isEqualTo(
            new BidVerdict(Counting.COUNTED, Optional.empty(), Result.WON, Optional.empty()));
    assertThat(verdict(decided, Samples.bid("s", new UUID(1, 2), "4"), 11))
        .isEqualTo(
            new BidVerdict(
                Counting.COUNTED,
                Optional.empty(),
                Result.LOST,
                Optional.of(LossReason.LOST_TO_HIGHER_BID)));
  }

  @Test
  void shouldCallABidBehindTheMarkerLateWhateverElseIsWrongWithIt() {
    BidVerdict verdict =
        verdict(
            decided(Samples.slot("s"), Optional.empty()),
            Samples.bid("s", new UUID(1, 2), "0.5"),
            MARKER + 1);

    assertThat(verdict.counting()).isEqualTo(Counting.LATE);
    assertThat(verdict.lossReason()).contains(LossReason.OPPORTUNITY_EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, USD, adv-1, 0, BELOW_FLOOR",
    "2, EUR, adv-1, 0, WRONG_CURRENCY",
    "2, USD, pub-1, 0, OWN_SLOT",
    "2, USD, adv-1, -3601, BEFORE_OPENING",
    "2, USD, adv-1, 1, AFTER_CLOSING"
  })
  void shouldRejectByTheEvaluatorsRules(
      String amount, String currency, String account, int seconds, RejectionReason reason) {
    Bid bid = bid(amount, currency, account, CLOSES_AT.plusSeconds(seconds));

    BidVerdict verdict = verdict(decided(Samples.slot("s"), Optional.empty()), bid, 10);

    assertThat(verdict.counting()).isEqualTo(Counting.REJECTED);
    assertThat(verdict.rejection()).contains(reason);
    assertThat(verdict.lossReason()).contains(reason.lossReason());
    assertThat(verdict.result()).isEqualTo(Result.LOST);
  }

  /** Whether the bids that extended the auction stand before it, only the fold can tell. */
  @Test
  void shouldLeaveABidInTheExtensionToTheEvaluator() {
    SlotDefinition soft = soft();
    SlotDossier decided = decided(soft, Optional.of(CLOSES_AT.plusSeconds(20)));

    assertThat(verdict(decided, bid("2", "USD", "adv-2", CLOSES_AT.plusSeconds(10)), 10).counting())
        .isEqualTo(Counting.ASK_EVALUATOR);
    assertThat(verdict(decided, bid("2", "USD", "adv-2", CLOSES_AT), 10).counting())
        .isEqualTo(Counting.COUNTED);
    assertThat(
            verdict(decided, bid("2", "USD", "adv-2", CLOSES_AT.plusSeconds(21)), 10).rejection())
        .contains(RejectionReason.AFTER_CLOSING);
    assertThat(
            verdict(
                    dossier(soft, Optional.empty(), true),
                    bid("2", "USD", "adv-2", CLOSES_AT.plusSeconds(10)),
                    10)
                .counting())
        .isEqualTo(Counting.PENDING);
  }

  private static BidVerdict verdict(SlotDossier dossier, Bid bid, long offset) {
    return BidVerdict.of(dossier, new StoredBid(bid, new LogPosition(0, offset)));
  }

  private SlotDossier decided(SlotDefinition slot, Optional<Instant> extendedTo) {
    AuctionOutcome outcome =
        new AuctionOutcome(
            slot,
            List.of(new Candidate(1, winner, Money.of("4.01", "USD"))),
            Tally.NONE,
            new TreeMap<>(),
            0,
            0,
            MARKER - 1,
            MARKER,
            CloseCause.TIMER,
            CLOSES_AT,
            "0".repeat(64),
            extendedTo);
    return dossier(slot, Optional.of(outcome), true);
  }

  private static SlotDossier dossier(
      SlotDefinition slot, Optional<AuctionOutcome> outcome, boolean marked) {
    KnownSlot known = KnownSlot.opened(slot, new LogPosition(0, 0));
    OptionalLong closeOffset = marked ? OptionalLong.of(MARKER) : OptionalLong.empty();
    return new SlotDossier(
        new StoredSlot(marked ? known.closed() : known, SlotShards.fresh(1), closeOffset), outcome);
  }

  private static SlotDefinition soft() {
    SlotDefinition fixed = Samples.slot("s");
    return new SlotDefinition(
        fixed.slotId(),
        fixed.publisherId(),
        fixed.name(),
        fixed.floor(),
        fixed.increment(),
        fixed.pricing(),
        fixed.ranking(),
        fixed.opensAt(),
        fixed.closesAt(),
        Optional.of(new SoftClose(10_000, 20_000, 60_000)));
  }

  private static Bid bid(String amount, String currency, String account, Instant acceptedAt) {
    Bid sample = Samples.bid("s", new UUID(9, 9), "2");
    return new Bid(
        sample.bidId(),
        sample.slotId(),
        new AccountId(account),
        sample.region(),
        Money.of(amount, currency),
        0,
        sample.qualityScore(),
        acceptedAt);
  }
}
