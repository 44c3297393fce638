package io.quantedge.simulator.domain.check;

import static io.quantedge.simulator.domain.check.Lies.answer;
import static io.quantedge.simulator.domain.check.Lies.cheaper;
import static io.quantedge.simulator.domain.check.Lies.dearer;
import static io.quantedge.simulator.domain.check.Lies.fourRegions;
import static io.quantedge.simulator.domain.check.Lies.is;
import static io.quantedge.simulator.domain.check.Lies.isKnownWinner;
import static io.quantedge.simulator.domain.check.Lies.of;
import static io.quantedge.simulator.domain.check.Lies.oneMore;
import static io.quantedge.simulator.domain.check.Lies.oneRejected;
import static io.quantedge.simulator.domain.check.Lies.outcomes;
import static io.quantedge.simulator.domain.check.Lies.receipt;
import static io.quantedge.simulator.domain.check.Lies.stored;
import static io.quantedge.simulator.domain.check.Lies.swapped;
import static io.quantedge.simulator.domain.check.Lies.truth;
import static io.quantedge.simulator.domain.check.Lies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.application.TestRuns;
import io.quantedge.simulator.domain.evidence.Answers.Receipt;
import io.quantedge.simulator.domain.evidence.ConflictFigures;
import io.quantedge.simulator.domain.evidence.StoredBid;
import io.quantedge.simulator.domain.evidence.Truth.EntryRow;
import io.quantedge.simulator.domain.scenario.BidPurpose;
import io.quantedge.simulator.domain.scenario.DemoScenario;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.testing.Corruption;
import io.quantedge.simulator.testing.FakeTime;
import io.quantedge.simulator.testing.InMemoryExchange;
import io.quantedge.simulator.testing.RecordingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One lie at a time, and the check that must notice it. */
class ChecksGoRedTest {
  static final SlotId FOUR_REGIONS = new SlotId("demo-run1-four-regions");
  private static final SlotId UNSOLD = new SlotId("demo-run1-no-valid-bid");
  private static final SlotId SHORT_OF_CREDIT = new SlotId("demo-run1-short-of-credit");
  private static final String ANSWERED = "every bid was answered";
  private static final String ANSWERS = "valid bids taken, others refused with the reason";
  private static final String RECEIPTS = "every receipt points at its bid in the log";
  private static final String LOG = "the log holds only slots and bids that were sent";
  private static final String STORE = "every acknowledged bid is in DynamoDB once";
  private static final String STORE_ONLY = "DynamoDB holds no bid that was not sent";
  private static final String ONE_OUTCOME = "every slot has one outcome";
  private static final String ORACLE = "each outcome's winner and price are the oracle's";
  private static final String COUNTS = "received = counted + duplicate + rejected";
  private static final String DIGEST = "each outcome's digest is that of its bids";
  private static final String SETTLED = "one settlement per awarded slot";
  private static final String NOT_SETTLED = "no settlement for a slot that nobody bought";
  private static final String BUYERS = "each slot went to its best candidate able to pay";
  private static final String ZERO_SUM = "each settlement's ledger entries sum to zero";
  private static final String ENTRIES = "buyer, publisher and house got their amounts";
  private static final String BALANCES = "balances equal the fold over the ledger";
  private static final String LIMITS = "no advertiser is below its limit";
  private static final String KNOWN_WINNER = "the slot of four regions has its known winner";
  private static final String FALLBACK = "the winner without credit gave way to the next";
  private static final String CONTENDED = "conflicts happened, and all were resolved";
  private static final String TELEMETRY = "telemetry's conflicts equal the events'";

  /**
   * @param check the one that must fail
   */
  record Lie(String check, String what, Corruption corruption) {
    @Override
    public String toString() {
      return what + " -> " + check;
    }
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aLieIsNoticedByItsCheck(Lie lie) throws Exception {
    RunReport report = demo(lie.corruption());

    assertThat(TestRuns.failed(report)).as(lie.toString()).contains(lie.check());
    assertThat(report.allHold()).isFalse();
  }

  @Test
  void everyCheckOfTheDemoIsProvedToGoRed() throws Exception {
    List<String> all = demo(Corruption.NONE).checks().stream().map(Check::name).toList();

    assertThat(Stream.concat(lies().map(Lie::check), Stream.of(CONTENDED)).distinct())
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void contentionMustHaveHappenedAndBeenResolved() {
    assertThat(ConflictChecks.contendedAndResolved(new ConflictFigures(3, 4, 3, 0)).holds())
        .isTrue();
    assertThat(ConflictChecks.contendedAndResolved(new ConflictFigures(0, 0, 0, 0)).holds())
        .isFalse();
    assertThat(ConflictChecks.contendedAndResolved(new ConflictFigures(3, 4, 2, 1)).holds())
        .isFalse();
    assertThat(ConflictChecks.contendedAndResolved(new ConflictFigures(3, 4, 2, 0)).holds())
        .isFalse();
    assertThat(ConflictChecks.noneGivenUp(new ConflictFigures(0, 0, 0, 0)).holds()).isTrue();
    assertThat(ConflictChecks.noneGivenUp(new ConflictFigures(1, 1, 0, 1)).holds()).isFalse();
  }

  static Stream<Lie> lies() {
    return Stream.of(intakeLies(), storeLies(), outcomeLies(), settlementLies(), ledgerLies())
        .flatMap(lies -> lies);
  }

  private static Stream<Lie> intakeLies() {
    return Stream.of(
        new Lie(ANSWERED, "no answer", answer(r -> new Reply.TryLater("gone", Duration.ZERO))),
        new Lie(ANSWERS, "a refusal", answer(r -> new Reply.Refused("BELOW_FLOOR", ""))),
        new Lie(
            ANSWERS,
            "a conflict with a bid that nobody sent",
            answer(r -> new Reply.Refused("CONFLICTING_BID", ""))),
        new Lie(
            ANSWERS,
            "an invalid bid is taken",
            new Corruption() {
              @Override
              public Reply answer(PlannedBid bid, Reply honest) {
                return bid.purpose() == BidPurpose.OWN_SLOT
                    ? new Reply.Acknowledged(new Receipt(0, 0, Instant.EPOCH))
                    : honest;
              }
            }),
        new Lie(RECEIPTS, "wrong offset", receipt(r -> of(r, r.partition(), r.offset() + 1, 0))),
        new Lie(RECEIPTS, "wrong partition", receipt(r -> of(r, 9, r.offset(), 0))),
        new Lie(RECEIPTS, "wrong time", receipt(r -> of(r, r.partition(), r.offset(), 1))),
        new Lie(
            LOG,
            "another amount in the log",
            new Corruption() {
              @Override
              public AuctionEvent logged(AuctionEvent honest) {
                return honest instanceof AuctionEvent.BidPlaced(Bid bid) && isKnownWinner(bid)
                    ? new AuctionEvent.BidPlaced(with(bid, bid.price().units() + 1))
                    : honest;
              }
            }),
        new Lie(
            TELEMETRY,
            "one conflict too few",
            new Corruption() {
              @Override
              public ConflictFigures telemetry(ConflictFigures honest) {
                return new ConflictFigures(
                    honest.conflicts() - 1, honest.retries(), honest.resolved(), 0);
              }
            }));
  }

  private static Stream<Lie> storeLies() {
    return Stream.of(
        new Lie(STORE, "a bid is missing", stored(items -> items.removeFirst())),
        new Lie(STORE, "a bid is there twice", stored(items -> items.add(items.getFirst()))),
        new Lie(
            STORE,
            "another amount in the store",
            stored(items -> items.set(0, dearer(items.getFirst())))),
        new Lie(
            STORE,
            "a repeat has replaced the first record",
            stored(items -> {
              StoredBid first = items.getFirst();
              items.set(0, new StoredBid(first.bid(), first.partition(), first.offset() + 9));
            })),
        new Lie(
            STORE_ONLY,
            "a bid that nobody sent",
            stored(items -> {
              Bid known = items.getFirst().bid();
              items.add(new StoredBid(with(known, new BidId(new UUID(4, 2))), 0, 0));
            })));
  }

  private static Stream<Lie> outcomeLies() {
    return Stream.of(
        new Lie(ONE_OUTCOME, "none", outcomes(all -> all.removeFirst())),
        new Lie(
            ONE_OUTCOME,
            "two that differ",
            outcomes(all -> all.add(with(all.getFirst(), all.getFirst().total(), "0".repeat(64))))),
        new Lie(ORACLE, "second before first", fourRegions(o -> with(o, swapped(o.candidates())))),
        new Lie(ORACLE, "no winner", fourRegions(o -> with(o, List.of()))),
        new Lie(ORACLE, "a lower price", fourRegions(o -> with(o, cheaper(o.candidates())))),
        new Lie(COUNTS, "one bid more", fourRegions(o -> with(o, oneMore(o.total()), o.digest()))),
        new Lie(
            COUNTS,
            "counted as rejected",
            fourRegions(o -> with(o, oneRejected(o.total()), o.digest()))),
        new Lie(DIGEST, "another digest", fourRegions(o -> with(o, o.total(), "0".repeat(64)))));
  }

  private static Stream<Lie> settlementLies() {
    return Stream.of(
        new Lie(SETTLED, "lost", truth(t -> t.settlements.removeIf(is(FOUR_REGIONS)))),
        new Lie(SETTLED, "twice", truth(t -> t.settlements.add(t.of(FOUR_REGIONS)))),
        new Lie(SETTLED, "not final", truth(t -> t.states.put(FOUR_REGIONS, "REJECTED"))),
        new Lie(NOT_SETTLED, "unsold and settled", truth(t -> t.settlements.add(t.moved(UNSOLD)))),
        new Lie(NOT_SETTLED, "wrong state", truth(t -> t.states.put(UNSOLD, "SETTLED"))),
        new Lie(BUYERS, "another buyer", truth(t -> t.edit(FOUR_REGIONS, 1, "somebody", 54_000))),
        new Lie(BUYERS, "another price", truth(t -> t.edit(FOUR_REGIONS, 1, "", 53_000))),
        new Lie(BUYERS, "no such rank", truth(t -> t.edit(FOUR_REGIONS, 9, "", 54_000))),
        new Lie(BUYERS, "a rich winner is passed over", truth(t -> t.enrich(SHORT_OF_CREDIT))),
        new Lie(KNOWN_WINNER, "at another price", truth(t -> t.edit(FOUR_REGIONS, 1, "", 53_500))),
        new Lie(KNOWN_WINNER, "unsettled", truth(t -> t.settlements.removeIf(is(FOUR_REGIONS)))),
        new Lie(FALLBACK, "the first one paid", truth(t -> t.edit(SHORT_OF_CREDIT, 1, "", 1))));
  }

  private static Stream<Lie> ledgerLies() {
    return Stream.of(
        new Lie(ZERO_SUM, "an entry is missing", truth(t -> t.entries.removeFirst())),
        new Lie(ZERO_SUM, "no entries", truth(t -> t.entries.clear())),
        new Lie(
            ZERO_SUM,
            "entries without a settlement",
            truth(t ->
                t.entries.add(
                    new EntryRow(new UUID(1, 1), FOUR_REGIONS, "x", Money.of("1", "USD"))))),
        new Lie(ENTRIES, "the wrong account", truth(t -> t.rename(0, "somebody"))),
        new Lie(ENTRIES, "booked twice", truth(t -> t.entries.add(t.entries.getFirst()))),
        new Lie(BALANCES, "a cent more", truth(t -> t.rebalance(100, 0))),
        new Lie(BALANCES, "no row", truth(t -> t.balances.clear())),
        new Lie(
            LIMITS,
            "below the limit",
            truth(t -> t.rebalance(-20_000_000_000L, -20_000_000_000L))));
  }

  private static RunReport demo(Corruption corruption) throws Exception {
    FakeTime time = new FakeTime();
    InMemoryExchange exchange = new InMemoryExchange(time, corruption);
    return TestRuns.run(
        DemoScenario.plan("run1", 99, 400, 8), exchange, exchange, time, new RecordingListener());
  }
}
