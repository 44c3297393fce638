package io.quantedge.simulator.domain.audit;

import static io.quantedge.simulator.domain.audit.Auction.CLOSES;
import static io.quantedge.simulator.domain.audit.Auction.PARTITION;
import static io.quantedge.simulator.domain.audit.AuditLies.item;
import static io.quantedge.simulator.domain.audit.AuditLies.items;
import static io.quantedge.simulator.domain.audit.AuditLies.outcome;
import static io.quantedge.simulator.domain.audit.AuditLies.record;
import static io.quantedge.simulator.domain.audit.AuditLies.settled;
import static io.quantedge.simulator.domain.audit.AuditLies.slotItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.simulator.domain.audit.AuditFrame.Range;
import io.quantedge.simulator.domain.audit.AuditLies.Books;
import io.quantedge.simulator.domain.audit.SlotFinding.Remark;
import io.quantedge.simulator.domain.audit.SlotFinding.Status;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One lie at a time in one of the four sources, and the difference that must be printed. */
class AuditGoesRedTest {
  /**
   * @param what the subject of a difference that must be found
   */
  record Lie(String what, String lie, Consumer<Books> tell) {
    @Override
    public String toString() {
      return lie + " -> " + what;
    }
  }

  @Test
  void honestSourcesAgree() {
    SlotFinding finding = new Books(Auction.eventful("slot")).audit();

    assertThat(finding.differences()).isEmpty();
    assertThat(finding.status()).isEqualTo(Status.AGREES);
    assertThat(finding.remarks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"lies", "liesAboutAllSubjects"})
  void aLieIsADifference(Lie lie) {
    Books books = new Books(Auction.eventful("slot"));
    lie.tell().accept(books);

    SlotFinding finding = books.audit();

    assertThat(finding.status()).as("%s in %s", lie, finding).isEqualTo(Status.DIFFERS);
    assertThat(finding.differences()).extracting(Difference::what).contains(lie.what());
  }

  @Test
  void everySubjectThatIsComparedIsProvedToGoRed() {
    Books books = new Books(Auction.eventful("slot"));
    LoggedSlot log = books.auction.log();
    Rebuild rebuilt = log.rebuild().orElseThrow();
    Facts facts = Statement.ofLog(log, rebuilt, log.marker().orElseThrow(), Optional.of(1));

    assertThat(Stream.concat(lies(), liesAboutAllSubjects()).map(Lie::what).distinct())
        .containsAll(facts.bySubject().keySet());
  }

  static Stream<Lie> lies() {
    return Stream.of(ofLog(), ofStore(), ofOutcome(), ofSettlement()).flatMap(lies -> lies);
  }

  private static Stream<Lie> ofLog() {
    return Stream.of(
        new Lie("digest", "a bid is lost", record(events -> events.remove(3))),
        new Lie("received", "a repeat is lost", record(events -> events.remove(6))),
        new Lie("duplicate", "a repeat is lost", record(events -> events.remove(6))),
        new Lie("by region", "a repeat is lost", record(events -> events.remove(6))),
        new Lie(
            "rejected CONFLICTING_DUPLICATE",
            "a contradiction is lost",
            record(events -> events.remove(7))),
        new Lie("last offset", "a record is lost", record(events -> events.remove(6))),
        new Lie(
            "winner",
            "another bid wins",
            record(events -> events.set(1, AuditLies.dearer(((BidPlaced) events.get(3)).bid())))),
        new Lie("opening", "no opening", record(events -> events.removeFirst())),
        new Lie("bids before the opening", "no opening", record(events -> events.removeFirst())),
        new Lie(
            "closed at",
            "another marker",
            record(events ->
                events.replaceAll(event ->
                    event instanceof CloseMarked marked
                        ? new CloseMarked(marked.slotId(), CloseCause.TIMER, CLOSES.plusMillis(1))
                        : event))),
        new Lie(
            "close marker",
            "no marker",
            record(events -> events.removeIf(CloseMarked.class::isInstance))));
  }

  private static Stream<Lie> ofStore() {
    return Stream.of(
        new Lie("counted", "a bid is missing", items(items -> items.remove(1))),
        new Lie("counted by region", "a bid is missing", items(items -> items.remove(1))),
        new Lie("digest", "a bid is missing", items(items -> items.remove(1))),
        new Lie("bid " + AuditLies.id(2), "a bid is missing", items(items -> items.remove(1))),
        new Lie("late", "a late bid is missing", items(List::removeLast)),
        new Lie("digest of all bids", "a late bid is missing", items(List::removeLast)),
        new Lie("rejected BELOW_FLOOR", "a refused bid is missing", items(i -> i.remove(5))),
        new Lie("rejected WRONG_CURRENCY", "a refused bid is missing", items(i -> i.remove(6))),
        new Lie("rejected OWN_SLOT", "a refused bid is missing", items(i -> i.remove(7))),
        new Lie("rejected AFTER_CLOSING", "a refused bid is missing", items(i -> i.remove(8))),
        new Lie(
            "bid " + AuditLies.id(3),
            "a repeat has replaced the first record",
            items(items -> {
              StoredBid first = items.get(2);
              items.set(2, new StoredBid(first.bid(), PARTITION, first.offset() + 1));
            })),
        new Lie(
            "bid " + AuditLies.id(2),
            "another amount",
            items(items -> items.set(1, item(AuditLies.dearer(items.get(1).bid()).bid(), 2)))),
        new Lie(
            "bid " + AuditLies.id(99),
            "a bid that nobody sent",
            books -> books.items.add(item(books.auction.bid(99, "eve", "2", "USD", 1), 5))),
        new Lie(
            "bids kept twice", "in another shard too", items(items -> items.add(items.getFirst()))),
        new Lie(
            "items that are not as they should be",
            "a bid of another partition",
            items(items -> items.set(0, new StoredBid(items.getFirst().bid(), 9, 1)))),
        new Lie(
            "items that are not as they should be", "no bid", books -> books.unreadableItems = 1),
        new Lie("the slot's own item", "no slot", slotItem(slot -> Optional.empty())),
        new Lie(
            "closed at offset",
            "closed elsewhere",
            slotItem(slot ->
                Optional.of(
                    new StoredSlot(
                        slot.definition(), PARTITION, 0, Optional.of(13L), 1, slot.expiresAt())))),
        new Lie(
            "closed at offset",
            "not closed",
            slotItem(slot ->
                Optional.of(
                    new StoredSlot(
                        slot.definition(), PARTITION, 0, Optional.empty(), 1, slot.expiresAt())))));
  }

  private static Stream<Lie> ofOutcome() {
    return Stream.of(
        new Lie("outcome", "none", books -> books.outcomes.clear()),
        new Lie(
            "different outcomes",
            "two",
            books -> books.outcomes.add(AuditLies.with(books.outcomes.getFirst(), "0".repeat(64)))),
        new Lie("digest", "another digest", outcome(o -> AuditLies.with(o, "0".repeat(64)))),
        new Lie("winner", "nobody wins", outcome(o -> AuditLies.with(o, List.of()))),
        new Lie("state", "nobody wins", outcome(o -> AuditLies.with(o, List.of()))),
        new Lie("buyer", "nobody wins", outcome(o -> AuditLies.with(o, List.of()))),
        new Lie("winning bid", "nobody wins", outcome(o -> AuditLies.with(o, List.of()))),
        new Lie(
            "candidate 2",
            "one candidate",
            outcome(o -> AuditLies.with(o, o.candidates().subList(0, 1)))),
        new Lie("clearing price", "cheaper", outcome(o -> AuditLies.with(o, AuditLies.cheaper(o)))),
        new Lie("price paid", "cheaper", outcome(o -> AuditLies.with(o, AuditLies.cheaper(o)))),
        new Lie("deadline", "extended", outcome(AuditLies::extended)));
  }

  private static Stream<Lie> ofSettlement() {
    return Stream.of(
        new Lie("settlement", "none", books -> books.settled = Optional.empty()),
        new Lie("price paid", "dearer", settled(AuditLies::dearer)),
        new Lie("buyer", "somebody else", settled(AuditLies::boughtByEve)),
        new Lie("buyer", "no such rank", settled(slot -> AuditLies.rank(slot, 9))),
        new Lie("settlements", "another key", settled(AuditLies::otherKey)),
        new Lie("settlements", "unpaid", settled(slot -> AuditLies.paid(slot, Optional.empty()))),
        new Lie("counted", "another count", settled(slot -> AuditLies.counts(slot, 13, 4))),
        new Lie("digest", "another digest", settled(AuditLies::otherDigest)),
        new Lie(
            "price of candidate 3",
            "a candidate is missing",
            settled(AuditLies::lastCandidateLost)));
  }

  /** What the log says alone is changed in the outcome and must be missed there. */
  static Stream<Lie> liesAboutAllSubjects() {
    return AuditLies.outcomesThatDifferInOneSubject()
        .map(lie -> new Lie(lie.what(), "another one is announced", outcome(lie.tell())));
  }

  @Test
  void whatIsNotThereYetIsNoDifferenceUntilPatienceEnds() {
    Books books = new Books(Auction.eventful("slot"));
    books.settled = Optional.empty();
    books.now = CLOSES.plusSeconds(59);
    assertThat(books.audit().status()).isEqualTo(Status.AWAITS_SETTLEMENT);

    books.outcomes.clear();
    assertThat(books.audit().status()).isEqualTo(Status.AWAITS_OUTCOME);

    books.now = CLOSES.plusSeconds(61);
    assertThat(books.audit().differences()).extracting(Difference::what).containsExactly("outcome");
  }

  @Test
  void anOpenSlotIsNotJudgedUntilItsCloseIsOverdue() {
    Auction auction = new Auction("slot", Optional.empty());
    auction.counted(auction.bid(1, "ann", "9", "USD", 1_000));
    Books books = new Books(auction);
    books.outcomes.clear();
    books.settled = Optional.empty();
    books.now = CLOSES.plusSeconds(59);
    assertThat(books.audit())
        .isEqualTo(new SlotFinding(auction.slotId(), Status.OPEN, java.util.Set.of(), List.of()));

    books.now = CLOSES.plusSeconds(61);
    assertThat(books.audit().differences())
        .extracting(Difference::what)
        .containsExactly("close marker");
  }

  @Test
  void expiredBidsAreNotComparedAndSaidSo() {
    Books books = new Books(Auction.eventful("slot"));
    books.now = books.auction.storedSlot().expiresAt();
    books.items.remove(0);
    assertThat(books.audit().status()).isEqualTo(Status.AGREES);
    assertThat(books.audit().remarks()).containsExactly(Remark.BIDS_EXPIRED);

    // A store that has dropped all says nothing of when; the slot's age must explain it.
    books.items.clear();
    books.slotItem = Optional.empty();
    assertThat(books.audit().differences())
        .extracting(Difference::what)
        .containsExactly("the slot's own item");
    books.now = CLOSES.plus(Duration.ofDays(7)).plusSeconds(1);
    assertThat(books.audit().remarks()).containsExactly(Remark.BIDS_EXPIRED);
  }

  @Test
  void anOpeningThatTheBrokerHasDroppedIsNotCompared() {
    Books books = new Books(Auction.eventful("slot"));
    books.log = Optional.empty();
    books.ranges = Map.of(PARTITION, new Range(1, 100));
    assertThat(books.audit().status()).isEqualTo(Status.AGREES);
    assertThat(books.audit().remarks()).containsExactly(Remark.LOG_EXPIRED);

    books.settled = Optional.of(AuditLies.dearer(books.settled.orElseThrow()));
    assertThat(books.audit().differences())
        .extracting(Difference::what)
        .containsExactly("price paid");
  }

  @Test
  void whatWasDecidedAfterTheAuditBeganIsLeftOut() {
    Auction auction = Auction.eventful("slot");
    Books books = new Books(auction);
    Auction earlier = new Auction("slot", Optional.empty());
    earlier.counted(earlier.bid(1, "ann", "9", "USD", 1_000));
    books.log = Optional.of(earlier.log());
    books.ranges = Map.of(PARTITION, new Range(0, 2));
    books.now = CLOSES;
    assertThat(books.audit().status()).isEqualTo(Status.OPEN);

    books.log = Optional.empty();
    books.ranges = Map.of(PARTITION, new Range(0, 0));
    assertThat(books.audit().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void aLaterCandidateARejectionAndAVoidAreRemarkedAndNoDifference() {
    Books books = new Books(Auction.eventful("slot"));
    books.settled = Optional.of(Auction.settled(books.outcomes.getFirst(), 2));
    assertThat(books.audit().remarks()).containsExactly(Remark.SOLD_TO_ANOTHER_CANDIDATE);
    assertThat(books.audit().status()).isEqualTo(Status.AGREES);

    books.settled = Optional.of(Auction.settled(books.outcomes.getFirst(), 9));
    assertThat(books.audit().remarks()).containsExactly(Remark.REJECTED);
    assertThat(books.audit().status()).isEqualTo(Status.AGREES);

    books.settled =
        books.settled.map(slot -> AuditLies.voided(Auction.settled(books.outcomes.getFirst(), 1)));
    assertThat(books.audit().remarks()).containsExactly(Remark.VOIDED);
    assertThat(books.audit().status()).isEqualTo(Status.AGREES);
  }

  @Test
  void anUnsoldSlotAgreesToo() {
    Auction auction = new Auction("slot", Optional.empty()).close();
    assertThat(new Books(auction).audit().status()).isEqualTo(Status.AGREES);
  }
}
