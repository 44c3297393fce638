package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.simulator.domain.audit.SettledSlot.Considered;
import io.quantedge.simulator.domain.audit.SettledSlot.Place;
import io.quantedge.simulator.domain.audit.SettledSlot.Settlement;
import io.quantedge.simulator.domain.audit.SettledSlot.Terms;
import io.quantedge.simulator.domain.evidence.StoredBid;
import io.quantedge.simulator.testing.ReferenceAuction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An auction whose every verdict is said by the test that makes it, and what four honest sources
 * keep of it.
 */
public final class Auction {
  public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  public static final Instant CLOSES = NOON.plusSeconds(60);
  public static final int PARTITION = 3;

  public final SlotDefinition definition;
  public final List<AuctionEvent> events = new ArrayList<>();
  public final List<StoredBid> items = new ArrayList<>();
  private final List<Bid> counted = new ArrayList<>();
  private final SortedMap<Region, Bids> byRegion = new TreeMap<>();
  private final Bids total = new Bids();
  private Instant deadline = CLOSES;
  private long closeOffset = -1;

  private static final class Bids {
    private long counted;
    private long duplicate;
    private final SortedMap<RejectionReason, Long> rejected = new TreeMap<>();

    Tally tally() {
      long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
      return new Tally(counted + duplicate + refused, counted, duplicate, rejected);
    }
  }

  public Auction(String slot, Optional<SoftClose> softClose) {
    definition =
        new SlotDefinition(
            new SlotId(slot),
            new AccountId("publisher"),
            "Slot",
            Money.of("1", "USD"),
            Money.of("0.01", "USD"),
            PricingRule.SECOND_PRICE,
            RankingRule.QUALITY,
            NOON,
            CLOSES,
            softClose);
    events.add(new SlotOpened(definition, NOON));
  }

  /** One auction with everything in it that can happen to a bid. */
  public static Auction eventful(String slot) {
    Auction auction = new Auction(slot, Optional.empty());
    Bid best = auction.bid(1, "ann", "9", "USD", 1_000);
    return auction
        .counted(best)
        .counted(auction.bid(2, "ann", "8.5", "USD", 2_000))
        .counted(auction.bid(3, "bob", "7", "USD", 3_000))
        .counted(auction.bid(4, "cid", "6", "USD", 4_000))
        .counted(auction.bid(5, "dan", "5", "USD", 5_000))
        .duplicate(auction.bid(1, "ann", "9", "USD", 6_000))
        .conflicting(auction.bid(1, "ann", "9.5", "USD", 7_000))
        .rejected(auction.bid(6, "eve", "0.5", "USD", 8_000), RejectionReason.BELOW_FLOOR)
        .rejected(auction.bid(7, "eve", "9", "EUR", 9_000), RejectionReason.WRONG_CURRENCY)
        .rejected(auction.bid(8, "publisher", "9", "USD", 9_500), RejectionReason.OWN_SLOT)
        .rejected(auction.bid(9, "eve", "9", "USD", 60_001), RejectionReason.AFTER_CLOSING)
        .close()
        .late(auction.bid(10, "eve", "9", "USD", 10_000))
        .lateRepeat(auction.bid(10, "eve", "9", "USD", 10_001));
  }

  public Bid bid(int id, String account, String amount, String currency, long millis) {
    return new Bid(
        new BidId(new UUID(7, id)),
        definition.slotId(),
        new AccountId(account),
        new Region(id % 2 == 0 ? "us-east-1" : "eu-west-1"),
        Money.of(amount, currency),
        0,
        new QualityScore(10_000 - id),
        NOON.plusMillis(millis));
  }

  public Auction counted(Bid bid) {
    counted.add(bid);
    total.counted++;
    of(bid).counted++;
    return first(bid);
  }

  /** Counted, and it moves the deadline to there. */
  public Auction extending(Bid bid, long toMillis) {
    deadline = NOON.plusMillis(toMillis);
    return counted(bid);
  }

  Auction rejected(Bid bid, RejectionReason reason) {
    total.rejected.merge(reason, 1L, Long::sum);
    of(bid).rejected.merge(reason, 1L, Long::sum);
    return first(bid);
  }

  Auction duplicate(Bid bid) {
    total.duplicate++;
    of(bid).duplicate++;
    return repeat(bid);
  }

  Auction conflicting(Bid bid) {
    total.rejected.merge(RejectionReason.CONFLICTING_DUPLICATE, 1L, Long::sum);
    of(bid).rejected.merge(RejectionReason.CONFLICTING_DUPLICATE, 1L, Long::sum);
    return repeat(bid);
  }

  Auction late(Bid bid) {
    return first(bid);
  }

  Auction lateRepeat(Bid bid) {
    return repeat(bid);
  }

  public Auction close() {
    closeOffset = events.size();
    events.add(new CloseMarked(definition.slotId(), CloseCause.TIMER, CLOSES));
    return this;
  }

  private Bids of(Bid bid) {
    return byRegion.computeIfAbsent(bid.region(), region -> new Bids());
  }

  private Auction first(Bid bid) {
    items.add(new StoredBid(bid, PARTITION, events.size()));
    return repeat(bid);
  }

  private Auction repeat(Bid bid) {
    events.add(new BidPlaced(bid));
    return this;
  }

  public SlotId slotId() {
    return definition.slotId();
  }

  public LoggedSlot log() {
    LoggedSlot log = new LoggedSlot(PARTITION, 42);
    for (int offset = 0; offset < events.size(); offset++) {
      log.add(events.get(offset), offset);
    }
    return log;
  }

  public StoredSlot storedSlot() {
    return new StoredSlot(
        definition,
        PARTITION,
        0,
        Optional.of(closeOffset).filter(offset -> offset >= 0),
        1,
        CLOSES.plusSeconds(100_000));
  }

  public AuctionOutcome outcome() {
    SortedMap<Region, Tally> regions = new TreeMap<>();
    byRegion.forEach((region, bids) -> regions.put(region, bids.tally()));
    return new AuctionOutcome(
        definition,
        ReferenceAuction.candidates(definition, counted),
        total.tally(),
        regions,
        PARTITION,
        0,
        closeOffset - 1,
        closeOffset,
        CloseCause.TIMER,
        CLOSES,
        BidDigest.of(counted),
        Optional.of(deadline).filter(moved -> moved.isAfter(CLOSES)));
  }

  /** The truth store's rows for an outcome, bought by the candidate of a rank. */
  public static SettledSlot settled(AuctionOutcome outcome, int rank) {
    SlotDefinition slot = outcome.slot();
    Optional<Candidate> buyer = outcome.candidates().stream().skip(rank - 1L).findFirst();
    return new SettledSlot(
        slot.slotId(),
        buyer.isPresent() ? "SETTLED" : outcome.candidates().isEmpty() ? "UNSOLD" : "REJECTED",
        new Terms(
            slot.publisherId().value(),
            slot.name(),
            slot.floor(),
            slot.increment(),
            slot.pricing().name(),
            slot.ranking().name(),
            slot.opensAt(),
            slot.closesAt()),
        new Place(
            outcome.partition(),
            outcome.openOffset(),
            outcome.lastOffset(),
            outcome.closeOffset(),
            outcome.closeCause().name(),
            outcome.closedAt()),
        outcome.total().received(),
        outcome.total().counted(),
        outcome.digest(),
        buyer.map(one ->
            new Settlement(
                SettlementId.of(slot.slotId()).value(),
                one.bid().accountId().value(),
                slot.publisherId().value(),
                one.bid().bidId().value(),
                rank,
                one.bid().price(),
                one.clearingPrice())),
        outcome.candidates().stream()
            .map(one ->
                new Considered(
                    one.rank(),
                    one.bid().bidId().value(),
                    one.bid().accountId().value(),
                    one.bid().price(),
                    one.clearingPrice()))
            .toList(),
        false);
  }
}
