package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.domain.evidence.Answers.Receipt;
import io.quantedge.simulator.domain.evidence.StoredBid;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.testing.Corruption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to falsify what an honest exchange says. */
final class Lies {
  private Lies() {}

  // --- lies of the intake

  static Corruption answer(UnaryOperator<Reply> lie) {
    return new Corruption() {
      @Override
      public Reply answer(PlannedBid bid, Reply honest) {
        boolean knownWinner =
            bid.slotId().equals(ChecksGoRedTest.FOUR_REGIONS.value())
                && bid.amountUnits() == 54_000;
        return knownWinner ? lie.apply(honest) : honest;
      }
    };
  }

  static Corruption receipt(UnaryOperator<Receipt> lie) {
    return answer(honest ->
        honest instanceof Reply.Acknowledged(var receipt)
            ? new Reply.Acknowledged(lie.apply(receipt))
            : honest);
  }

  static Receipt of(Receipt honest, int partition, long offset, int laterSeconds) {
    return new Receipt(partition, offset, honest.acceptedAt().plusSeconds(laterSeconds));
  }

  static boolean isKnownWinner(Bid bid) {
    return bid.slotId().equals(ChecksGoRedTest.FOUR_REGIONS) && bid.price().units() == 54_000;
  }

  static Bid with(Bid bid, long units) {
    return copy(bid, bid.bidId(), Money.ofUnits(units, bid.price().currency()));
  }

  static Bid with(Bid bid, BidId bidId) {
    return copy(bid, bidId, bid.price());
  }

  static Bid copy(Bid bid, BidId bidId, Money price) {
    return new Bid(
        bidId,
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        price,
        bid.latencyMs(),
        bid.qualityScore(),
        bid.acceptedAt());
  }

  // --- lies of the bid store

  interface Edit<T> {
    void apply(List<T> items);
  }

  static Corruption stored(Edit<StoredBid> lie) {
    return new Corruption() {
      @Override
      public List<StoredBid> stored(List<StoredBid> honest) {
        List<StoredBid> items = new ArrayList<>(honest);
        if (!items.isEmpty()
            && items.getFirst().bid().slotId().equals(ChecksGoRedTest.FOUR_REGIONS)) {
          lie.apply(items);
        }
        return items;
      }
    };
  }

  static StoredBid dearer(StoredBid item) {
    return new StoredBid(
        with(item.bid(), item.bid().price().units() + 1), item.partition(), item.offset());
  }

  // --- lies of the evaluator

  static Corruption outcomes(Edit<AuctionOutcome> lie) {
    return new Corruption() {
      @Override
      public List<AuctionOutcome> outcomes(List<AuctionOutcome> honest) {
        List<AuctionOutcome> all = new ArrayList<>(honest);
        lie.apply(all);
        return all;
      }
    };
  }

  static Corruption fourRegions(UnaryOperator<AuctionOutcome> lie) {
    return outcomes(all ->
        all.replaceAll(
            o -> o.slot().slotId().equals(ChecksGoRedTest.FOUR_REGIONS) ? lie.apply(o) : o));
  }

  static AuctionOutcome with(AuctionOutcome outcome, List<Candidate> candidates) {
    return copy(outcome, candidates, outcome.total(), outcome.digest());
  }

  static AuctionOutcome with(AuctionOutcome outcome, Tally total, String digest) {
    return copy(outcome, outcome.candidates(), total, digest);
  }

  static AuctionOutcome copy(
      AuctionOutcome o, List<Candidate> candidates, Tally total, String digest) {
    return new AuctionOutcome(
        o.slot(),
        candidates,
        total,
        o.byRegion(),
        o.partition(),
        o.openOffset(),
        o.lastOffset(),
        o.closeOffset(),
        o.closeCause(),
        o.closedAt(),
        digest,
        o.extendedTo());
  }

  static List<Candidate> swapped(List<Candidate> honest) {
    List<Candidate> swapped = new ArrayList<>(honest);
    Candidate first = honest.get(0);
    Candidate second = honest.get(1);
    swapped.set(0, new Candidate(1, second.bid(), second.clearingPrice()));
    swapped.set(1, new Candidate(2, first.bid(), first.clearingPrice()));
    return swapped;
  }

  static List<Candidate> cheaper(List<Candidate> honest) {
    List<Candidate> candidates = new ArrayList<>(honest);
    Candidate first = honest.getFirst();
    candidates.set(
        0, new Candidate(1, first.bid(), first.clearingPrice().minus(Money.of("0.01", "USD"))));
    return candidates;
  }

  static Tally oneMore(Tally honest) {
    return new Tally(
        honest.received() + 1, honest.counted() + 1, honest.duplicate(), honest.rejected());
  }

  static Tally oneRejected(Tally honest) {
    TreeMap<RejectionReason, Long> rejected = new TreeMap<>(honest.rejected());
    rejected.merge(RejectionReason.BELOW_FLOOR, 1L, Long::sum);
    return new Tally(honest.received(), honest.counted() - 1, honest.duplicate(), rejected);
  }

  // --- lies of the truth store

  interface TruthEdit {
    void apply(MutableTruth truth);
  }

  static Corruption truth(TruthEdit lie) {
    return new Corruption() {
      @Override
      public Truth truth(Truth honest) {
        MutableTruth truth = new MutableTruth(honest);
        lie.apply(truth);
        return new Truth(truth.states, truth.settlements, truth.entries, truth.balances);
      }
    };
  }

  static Predicate<SettlementRow> is(SlotId slotId) {
    return row -> row.slotId().equals(slotId);
  }
}
