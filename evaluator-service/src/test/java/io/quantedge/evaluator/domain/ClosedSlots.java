package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHasher;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import java.util.List;

/** Slots as queries see them, decided by the real fold. */
public final class ClosedSlots {
  /** Amounts and ids that occur nowhere else, so that a leak can be searched for as text. */
  public static final SlotDefinition SLOT =
      Auctions.slot("sealed", PricingRule.SECOND_PRICE, RankingRule.PRICE, 10_000, 100);

  public static final Bid WINNING = Auctions.bid(SLOT, 0xa1, "winning-account", 77_171);
  public static final Bid LOSING = Auctions.bid(SLOT, 0xb2, "losing-account", 66_262);
  public static final Bid THIRD = Auctions.bid(SLOT, 0xc3, "third-account", 55_353);

  /** Behind the candidates: it makes the third one's price. */
  public static final Bid FOURTH = Auctions.bid(SLOT, 0xd4, "fourth-account", 44_444);

  private ClosedSlots() {}

  /** An open slot with four bids. */
  public static SlotView open() {
    return fold(List.of(THIRD, WINNING, FOURTH, LOSING)).view();
  }

  /** The same slot behind its close marker. */
  public static SlotView awarded() {
    return closed(List.of(THIRD, WINNING, FOURTH, LOSING));
  }

  /** A closed slot that nobody bid enough for. */
  public static SlotView unsold() {
    return closed(List.of(Auctions.bid(SLOT, 5, "miser", 9_999)));
  }

  /** The view of a slot that was decided so. */
  public static SlotView view(AuctionOutcome outcome) {
    return SlotView.ofDecided(outcome, outcome.closeOffset(), 0);
  }

  private static SlotView closed(List<Bid> bids) {
    return view(fold(bids).close(Auctions.marker(SLOT), bids.size() + 1));
  }

  private static AuctionFold fold(List<Bid> bids) {
    AuctionFold fold = new AuctionFold(SLOT, 0, 0, Auctions.RULES, new BidHasher());
    long offset = 0;
    for (Bid bid : bids) {
      fold.apply(bid, ++offset);
    }
    return fold;
  }
}
