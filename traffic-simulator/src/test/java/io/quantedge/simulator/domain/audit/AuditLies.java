package io.quantedge.simulator.domain.audit;

import static io.quantedge.simulator.domain.audit.Auction.CLOSES;
import static io.quantedge.simulator.domain.audit.Auction.PARTITION;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.simulator.domain.audit.AuditFrame.Range;
import io.quantedge.simulator.domain.audit.SettledSlot.Settlement;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways to falsify what one of the sources says of an auction. */
final class AuditLies {
  private AuditLies() {}

  /** What the sources hold, open to changes. */
  static final class Books {
    final Auction auction;
    final List<StoredBid> items;
    final List<AuctionOutcome> outcomes = new ArrayList<>();
    Optional<LoggedSlot> log;
    Optional<StoredSlot> slotItem;
    Optional<SettledSlot> settled;
    Map<Integer, Range> ranges = Map.of(PARTITION, new Range(0, 100));
    Instant now = CLOSES.plusSeconds(1_000);
    int unreadableItems;

    Books(Auction auction) {
      this.auction = auction;
      this.log = Optional.of(auction.log());
      this.items = new ArrayList<>(auction.items);
      this.slotItem = Optional.of(auction.storedSlot());
      AuctionOutcome outcome = auction.outcome();
      this.outcomes.add(outcome);
      this.settled = Optional.of(Auction.settled(outcome, 1));
    }

    SlotFinding audit() {
      AuditFrame frame = new AuditFrame(now, Duration.ofSeconds(60), Duration.ofDays(7), ranges);
      StoreEvidence store = new StoreEvidence(slotItem, now, frame.range(PARTITION).end(), 17);
      // The store hands its items over by key.
      items.reversed().forEach(item -> store.add(item, CLOSES.plusSeconds(100_000)));
      for (int i = 0; i < unreadableItems; i++) {
        store.addUnreadable("an item is no bid");
      }
      store.complete();
      return SlotAuditor.audit(
          new SlotEvidence(auction.slotId(), log, store, outcomes, settled), frame);
    }
  }

  static BidId id(int number) {
    return new BidId(new UUID(7, number));
  }

  static BidPlaced dearer(Bid bid) {
    return new BidPlaced(
        new Bid(
            bid.bidId(),
            bid.slotId(),
            bid.accountId(),
            bid.region(),
            Money.of("50", "USD"),
            bid.latencyMs(),
            bid.qualityScore(),
            bid.acceptedAt()));
  }

  static StoredBid item(Bid bid, long offset) {
    return new StoredBid(bid, PARTITION, offset);
  }

  // --- where a lie is told

  static Consumer<Books> record(Consumer<List<AuctionEvent>> lie) {
    return books -> {
      lie.accept(books.auction.events);
      books.log = Optional.of(books.auction.log());
    };
  }

  static Consumer<Books> items(Consumer<List<StoredBid>> lie) {
    return books -> lie.accept(books.items);
  }

  static Consumer<Books> slotItem(Function<StoredSlot, Optional<StoredSlot>> lie) {
    return books -> books.slotItem = lie.apply(books.slotItem.orElseThrow());
  }

  static Consumer<Books> outcome(UnaryOperator<AuctionOutcome> lie) {
    return books -> books.outcomes.replaceAll(lie);
  }

  static Consumer<Books> settled(UnaryOperator<SettledSlot> lie) {
    return books -> books.settled = books.settled.map(lie);
  }

  // --- lies of the evaluator

  /** A lie about one subject. */
  record AboutOutcome(String what, UnaryOperator<AuctionOutcome> tell) {}

  static Stream<AboutOutcome> outcomesThatDifferInOneSubject() {
    return Stream.of(
        new AboutOutcome("partition", o -> placed(o, PARTITION + 1, 0, 11, 12)),
        new AboutOutcome("opened at offset", o -> placed(o, PARTITION, 1, 11, 12)),
        new AboutOutcome("last offset", o -> placed(o, PARTITION, 0, 10, 12)),
        new AboutOutcome("closed at offset", o -> placed(o, PARTITION, 0, 11, 13)),
        new AboutOutcome(
            "close cause", o -> copy(o, o.slot(), o.candidates(), CloseCause.REQUEST, CLOSES)),
        new AboutOutcome(
            "closed at",
            o -> copy(o, o.slot(), o.candidates(), CloseCause.TIMER, CLOSES.minusSeconds(1))),
        new AboutOutcome("candidate 3", o -> with(o, o.candidates().subList(0, 2))),
        new AboutOutcome("price of candidate 2", o -> with(o, o.candidates().subList(0, 1))),
        new AboutOutcome("price of candidate 3", o -> with(o, o.candidates().subList(0, 2))),
        new AboutOutcome("rejected BEFORE_OPENING", AuditLies::oneMoreTooEarly),
        new AboutOutcome("publisher", o -> defined(o, "eve", "Slot", 10_000, "other")),
        new AboutOutcome("sold by", o -> defined(o, "eve", "Slot", 10_000, "other")),
        new AboutOutcome("name", o -> defined(o, "publisher", "Other", 10_000, "")),
        new AboutOutcome("floor", o -> defined(o, "publisher", "Slot", 9_999, "")),
        new AboutOutcome("increment", o -> defined(o, "publisher", "Slot", 10_000, "increment")),
        new AboutOutcome("pricing", o -> defined(o, "publisher", "Slot", 10_000, "pricing")),
        new AboutOutcome("ranking", o -> defined(o, "publisher", "Slot", 10_000, "ranking")),
        new AboutOutcome("opens at", o -> defined(o, "publisher", "Slot", 10_000, "opensAt")),
        new AboutOutcome("closes at", o -> defined(o, "publisher", "Slot", 10_000, "closesAt")),
        new AboutOutcome("soft close", o -> defined(o, "publisher", "Slot", 10_000, "softClose")));
  }

  static AuctionOutcome with(AuctionOutcome o, String digest) {
    return new AuctionOutcome(
        o.slot(),
        o.candidates(),
        o.total(),
        o.byRegion(),
        o.partition(),
        o.openOffset(),
        o.lastOffset(),
        o.closeOffset(),
        o.closeCause(),
        o.closedAt(),
        digest);
  }

  static AuctionOutcome with(AuctionOutcome o, List<Candidate> candidates) {
    return copy(o, o.slot(), candidates, o.closeCause(), o.closedAt());
  }

  static List<Candidate> cheaper(AuctionOutcome o) {
    List<Candidate> candidates = new ArrayList<>(o.candidates());
    Candidate first = candidates.getFirst();
    candidates.set(
        0, new Candidate(1, first.bid(), first.clearingPrice().minus(Money.of("0.0001", "USD"))));
    return candidates;
  }

  static AuctionOutcome extended(AuctionOutcome o) {
    return new AuctionOutcome(
        o.slot(),
        o.candidates(),
        o.total(),
        o.byRegion(),
        o.partition(),
        o.openOffset(),
        o.lastOffset(),
        o.closeOffset(),
        o.closeCause(),
        o.closedAt(),
        o.digest(),
        Optional.of(CLOSES.plusMillis(1)));
  }

  private static AuctionOutcome copy(
      AuctionOutcome o,
      SlotDefinition slot,
      List<Candidate> candidates,
      CloseCause cause,
      Instant closedAt) {
    return new AuctionOutcome(
        slot,
        candidates,
        o.total(),
        o.byRegion(),
        o.partition(),
        o.openOffset(),
        o.lastOffset(),
        o.closeOffset(),
        cause,
        closedAt,
        o.digest());
  }

  private static AuctionOutcome placed(
      AuctionOutcome o, int partition, long open, long last, long close) {
    return new AuctionOutcome(
        o.slot(),
        o.candidates(),
        o.total(),
        o.byRegion(),
        partition,
        open,
        last,
        close,
        o.closeCause(),
        o.closedAt(),
        o.digest());
  }

  private static AuctionOutcome oneMoreTooEarly(AuctionOutcome o) {
    SortedMap<RejectionReason, Long> rejected = new TreeMap<>(o.total().rejected());
    rejected.put(RejectionReason.BEFORE_OPENING, 1L);
    return new AuctionOutcome(
        o.slot(),
        o.candidates(),
        new Tally(o.total().received() + 1, o.total().counted(), o.total().duplicate(), rejected),
        o.byRegion(),
        o.partition(),
        o.openOffset(),
        o.lastOffset(),
        o.closeOffset(),
        o.closeCause(),
        o.closedAt(),
        o.digest());
  }

  private static AuctionOutcome defined(
      AuctionOutcome o, String publisher, String name, long floorUnits, String other) {
    SlotDefinition s = o.slot();
    SlotDefinition changed =
        new SlotDefinition(
            s.slotId(),
            new AccountId(publisher),
            name,
            Money.ofUnits(floorUnits, "USD"),
            other.equals("increment") ? Money.of("0.02", "USD") : s.increment(),
            other.equals("pricing") ? PricingRule.FIRST_PRICE : s.pricing(),
            other.equals("ranking") ? RankingRule.PRICE : s.ranking(),
            other.equals("opensAt") ? s.opensAt().minusMillis(1) : s.opensAt(),
            other.equals("closesAt") ? s.closesAt().plusMillis(1) : s.closesAt(),
            other.equals("softClose") ? Optional.of(new SoftClose(1, 1, 1)) : s.softClose());
    return copy(o, changed, o.candidates(), o.closeCause(), o.closedAt());
  }

  // --- lies of the settlement

  static SettledSlot dearer(SettledSlot slot) {
    return paid(
        slot,
        slot.settlement()
            .map(s ->
                new Settlement(
                    s.settlementId(),
                    s.buyerId(),
                    s.publisherId(),
                    s.bidId(),
                    s.candidateRank(),
                    s.winningBid(),
                    s.price().plus(Money.of("0.0001", "USD")))));
  }

  static SettledSlot boughtByEve(SettledSlot slot) {
    return paid(
        slot,
        slot.settlement()
            .map(s ->
                new Settlement(
                    s.settlementId(),
                    "eve",
                    s.publisherId(),
                    s.bidId(),
                    s.candidateRank(),
                    s.winningBid(),
                    s.price())));
  }

  static SettledSlot rank(SettledSlot slot, int rank) {
    return paid(
        slot,
        slot.settlement()
            .map(s ->
                new Settlement(
                    s.settlementId(),
                    s.buyerId(),
                    s.publisherId(),
                    s.bidId(),
                    rank,
                    s.winningBid(),
                    s.price())));
  }

  static SettledSlot otherKey(SettledSlot slot) {
    return paid(
        slot,
        slot.settlement()
            .map(s ->
                new Settlement(
                    new UUID(1, 1),
                    s.buyerId(),
                    s.publisherId(),
                    s.bidId(),
                    s.candidateRank(),
                    s.winningBid(),
                    s.price())));
  }

  static SettledSlot paid(SettledSlot s, Optional<Settlement> settlement) {
    return new SettledSlot(
        s.slotId(),
        s.state(),
        s.terms(),
        s.place(),
        s.received(),
        s.counted(),
        s.digest(),
        settlement,
        s.candidates(),
        s.isVoided());
  }

  static SettledSlot counts(SettledSlot s, long received, long counted) {
    return new SettledSlot(
        s.slotId(),
        s.state(),
        s.terms(),
        s.place(),
        received,
        counted,
        s.digest(),
        s.settlement(),
        s.candidates(),
        false);
  }

  static SettledSlot otherDigest(SettledSlot s) {
    return new SettledSlot(
        s.slotId(),
        s.state(),
        s.terms(),
        s.place(),
        s.received(),
        s.counted(),
        "0".repeat(64),
        s.settlement(),
        s.candidates(),
        false);
  }

  static SettledSlot lastCandidateLost(SettledSlot s) {
    return new SettledSlot(
        s.slotId(),
        s.state(),
        s.terms(),
        s.place(),
        s.received(),
        s.counted(),
        s.digest(),
        s.settlement(),
        s.candidates().subList(0, 2),
        false);
  }

  static SettledSlot voided(SettledSlot s) {
    return new SettledSlot(
        s.slotId(),
        s.state(),
        s.terms(),
        s.place(),
        s.received(),
        s.counted(),
        s.digest(),
        s.settlement(),
        s.candidates(),
        true);
  }
}
