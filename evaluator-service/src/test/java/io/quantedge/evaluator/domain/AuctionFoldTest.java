package io.quantedge.evaluator.domain;

import static io.quantedge.evaluator.domain.Auctions.bid;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHasher;
import io.quantedge.contracts.bid.LossReason;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AuctionFoldTest {
  private static final SlotDefinition FIRST =
      Auctions.slot("s", PricingRule.FIRST_PRICE, RankingRule.PRICE);
  private static final SlotDefinition SECOND =
      Auctions.slot("s", PricingRule.SECOND_PRICE, RankingRule.PRICE);
  private static final SlotDefinition QUALITY =
      Auctions.slot("s", PricingRule.SECOND_PRICE, RankingRule.QUALITY);

  @Test
  void fourRegionsBidAndTheHighestWins() {
    List<Bid> bids =
        List.of(
            from("us-east-1", 1, "5.20"),
            from("eu-west-1", 2, "5.30"),
            from("ap-southeast-1", 3, "5.40"),
            from("sa-east-1", 4, "5.35"));

    AuctionOutcome outcome = Auctions.outcomeOf(FIRST, bids);

    assertThat(outcome.state()).isEqualTo(AuctionOutcome.State.AWARDED);
    assertThat(outcome.candidates().getFirst().bid().region().name()).isEqualTo("ap-southeast-1");
    assertThat(outcome.candidates().getFirst().clearingPrice()).hasToString("5.4000 USD");
    assertThat(outcome.candidates().stream().map(c -> c.bid().price().amount()))
        .containsExactly("5.4000", "5.3500", "5.3000");
  }

  @Test
  void slotWithoutValidBidIsUnsold() {
    AuctionOutcome outcome = Auctions.outcomeOf(FIRST, List.of(bid(FIRST, 1, "a", 9_999)));

    assertThat(outcome.state()).isEqualTo(AuctionOutcome.State.UNSOLD);
    assertThat(outcome.candidates()).isEmpty();
    assertThat(outcome.total().rejected()).containsEntry(RejectionReason.BELOW_FLOOR, 1L);
    assertThat(outcome.digest()).isEqualTo(BidDigest.of(List.of()));
  }

  @Test
  void soleBidderPaysTheFloorWhateverItBidAndHoweverOften() {
    AuctionOutcome outcome =
        Auctions.outcomeOf(
            SECOND, List.of(bid(SECOND, 1, "a", 50_000), bid(SECOND, 2, "a", 70_000)));

    assertThat(outcome.candidates()).hasSize(1);
    assertThat(outcome.candidates().getFirst().clearingPrice().amount()).isEqualTo("1.0000");
  }

  @Test
  void eachCandidatePaysAsIfThoseBeforeItWereAbsent() {
    AuctionOutcome outcome =
        Auctions.outcomeOf(
            SECOND,
            List.of(
                bid(SECOND, 1, "a", 50_000),
                bid(SECOND, 2, "b", 40_000),
                bid(SECOND, 3, "c", 30_000),
                bid(SECOND, 4, "d", 20_000),
                bid(SECOND, 5, "e", 15_000)));

    // The rival's amount is a tie, which the earlier id wins, so it is not raised; plus 0.01.
    assertThat(outcome.candidates().stream().map(c -> c.clearingPrice().units()))
        .containsExactly(40_100L, 30_100L, 20_100L);
  }

  @Test
  void tieAgainstAnEarlierRivalCostsOneUnitMore() {
    Bid rival = bid(SECOND, 1, "rival", 40_000);
    Bid winner = bid(SECOND, 2, "winner", 50_000);

    AuctionOutcome outcome = Auctions.outcomeOf(SECOND, List.of(rival, winner));

    assertThat(outcome.candidates().getFirst().clearingPrice().units()).isEqualTo(40_101);
  }

  @Test
  void incrementNeverRaisesThePriceAboveTheBid() {
    AuctionOutcome outcome =
        Auctions.outcomeOf(
            SECOND, List.of(bid(SECOND, 1, "a", 40_050), bid(SECOND, 2, "b", 40_000)));

    assertThat(outcome.candidates().getFirst().clearingPrice().units()).isEqualTo(40_050);
  }

  @Test
  void underQualityThePriceIsScaledByTheQualities() {
    Bid winner = bid(QUALITY, 1, "good", 50_000, 10_000, Auctions.OPENS);
    Bid rival = bid(QUALITY, 2, "loud", 80_000, 5_000, Auctions.OPENS);

    AuctionOutcome outcome = Auctions.outcomeOf(QUALITY, List.of(rival, winner));

    assertThat(outcome.candidates().getFirst().bid()).isEqualTo(winner);
    // 8.00 × 0.5 = 4.00 at full quality; there the rival's greater amount wins the tie, so one
    // more.
    assertThat(outcome.candidates().getFirst().clearingPrice().units()).isEqualTo(40_101);
  }

  @Test
  void firstRecordOfAnIdIsTheBidEvenIfItWasRejected() {
    AuctionFold fold = new AuctionFold(FIRST, 0, 0, Auctions.RULES, new BidHasher());
    Bid tooLow = bid(FIRST, 1, "a", 9_000);

    assertThat(fold.apply(tooLow, 1)).isEqualTo(Verdict.rejected(RejectionReason.BELOW_FLOOR));
    assertThat(fold.apply(tooLow, 2)).isEqualTo(Verdict.DUPLICATE);
    assertThat(fold.apply(Auctions.withPrice(tooLow, Money.of("2", "USD")), 3))
        .isEqualTo(Verdict.rejected(RejectionReason.CONFLICTING_DUPLICATE));
    assertThat(fold.close(Auctions.marker(FIRST), 4).state())
        .isEqualTo(AuctionOutcome.State.UNSOLD);
  }

  @Test
  void repeatThatWasAcceptedLaterIsStillTheSameBid() {
    AuctionFold fold = new AuctionFold(FIRST, 0, 0, Auctions.RULES, new BidHasher());
    Bid bid = bid(FIRST, 1, "a", 20_000);

    assertThat(fold.apply(bid, 1)).isEqualTo(Verdict.COUNTED);
    assertThat(fold.apply(Auctions.withAcceptedAt(bid, Auctions.CLOSES), 2))
        .isEqualTo(Verdict.DUPLICATE);
  }

  @Test
  void memoryTellsManyBidsApartAndItsSeedIsOfNoConsequence() {
    List<Bid> bids = new ArrayList<>();
    bids.add(bid(FIRST, 0, "nil-id", 20_000));
    for (int i = 1; i <= 5_000; i++) {
      Bid bid = bid(FIRST, i, "a" + i % 7, 10_000 + i);
      // Ids that differ in their high half only, as a hostile bidder might choose them.
      bids.add(withId(bid, new UUID((long) i << 32, 0)));
    }
    List<Bid> twice = new ArrayList<>(bids);
    twice.addAll(bids);
    Collections.reverse(twice);

    AuctionOutcome one = Auctions.outcomeOf(FIRST, twice, new FoldRules(3, 1));
    AuctionOutcome other = Auctions.outcomeOf(FIRST, twice, new FoldRules(3, -99));

    assertThat(one).isEqualTo(other);
    assertThat(one.total().counted()).isEqualTo(5_001);
    assertThat(one.total().duplicate()).isEqualTo(5_001);
    assertThat(one.digest()).isEqualTo(BidDigest.of(bids));
  }

  @Test
  void digestIsTheOneThatHoldersOfTheBidsComputeWhateverTheirIds() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Bid> bids = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Bid bid = bid(FIRST, 0, "a" + i % 5, 10_000 + i);
        long high = random.nextBoolean() ? random.nextLong() : -1L << random.nextInt(64);
        bids.add(withId(bid, new UUID(high, random.nextLong())));
      }

      assertThat(Auctions.outcomeOf(FIRST, bids).digest())
          .as("seed %d", seed)
          .isEqualTo(BidDigest.of(bids));
    }
  }

  @Test
  void rejectedBidIsRememberedAndNotDigested() {
    Bid low = bid(FIRST, 1, "a", 9_999);
    Bid good = bid(FIRST, 2, "a", 10_000);

    assertThat(Auctions.outcomeOf(FIRST, List.of(low, good, low)).digest())
        .isEqualTo(BidDigest.of(List.of(good)));
  }

  @Test
  void bidThatDoesNotCountExtendsNothing() {
    SlotDefinition soft = Auctions.withSoftClose(FIRST, new SoftClose(10_000, 10_000, 30_000));
    AuctionFold fold = new AuctionFold(soft, 0, 0, Auctions.RULES, new BidHasher());
    Instant inTheWindow = Auctions.CLOSES.minusSeconds(1);
    Bid counted = bid(soft, 1, "a", 20_000, 10_000, Auctions.OPENS);

    fold.apply(bid(soft, 2, "a", 9_999, 10_000, inTheWindow), 1);
    fold.apply(counted, 2);
    fold.apply(Auctions.withAcceptedAt(counted, inTheWindow), 3);
    assertThat(fold.deadline()).isEqualTo(Auctions.CLOSES);

    fold.apply(bid(soft, 3, "b", 20_000, 10_000, inTheWindow), 4);
    assertThat(fold.deadline()).isEqualTo(Auctions.CLOSES.plusSeconds(9));
  }

  @Test
  void everyVerdictThatCannotWinHasAReasonInTheWordsOfOpenRtb() {
    assertThat(Verdict.COUNTED.lossReason()).isEmpty();
    assertThat(Verdict.DUPLICATE.lossReason()).isEmpty();
    assertThat(Verdict.LATE.lossReason()).contains(LossReason.OPPORTUNITY_EXPIRED);
    for (RejectionReason reason : RejectionReason.values()) {
      assertThat(Verdict.rejected(reason).lossReason()).contains(reason.lossReason());
    }
  }

  private static Bid withId(Bid bid, UUID id) {
    return new Bid(
        new BidId(id),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        bid.price(),
        bid.latencyMs(),
        bid.qualityScore(),
        bid.acceptedAt());
  }

  private static Bid from(String region, long number, String amount) {
    return new Bid(
        new BidId(new UUID(0, number)),
        FIRST.slotId(),
        new AccountId("advertiser-" + number),
        new Region(region),
        Money.of(amount, "USD"),
        10,
        QualityScore.FULL,
        Auctions.OPENS);
  }
}
