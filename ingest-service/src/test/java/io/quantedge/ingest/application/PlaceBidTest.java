package io.quantedge.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.AcceptanceClock;
import io.quantedge.ingest.domain.Admission;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quantedge.ingest.testing.FakeStore;
import io.quantedge.ingest.testing.Samples;
import io.quantedge.ingest.testing.SettableClock;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceBidTest {
  private static final String BID_ID = "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f";

  private final SettableClock clock = new SettableClock(Samples.OPENS_AT.plusSeconds(1));
  private final SlotDirectory directory = new SlotDirectory(clock, Duration.ofMinutes(1), 10);
  private final TailProgress tail = new TailProgress();
  private final FakeStore store = new FakeStore();
  private final FakeLog log = new FakeLog();
  private final List<Refusal> refusals = new ArrayList<>();
  private int accepted;
  private final IntakeObserver observer =
      new IntakeObserver() {
        @Override
        public void bidAccepted() {
          accepted++;
        }

        @Override
        public void refused(Refusal refusal) {
          refusals.add(refusal);
        }
      };
  private final PlaceBid placeBid =
      new PlaceBid(
          new Slots(directory, tail, store),
          new Admission(List.of(new Region("eu-west-1"))),
          new AcceptanceClock(clock),
          new BoundedLog(log, 2),
          observer);

  @BeforeEach
  void openSlot() {
    directory.apply(
        new LogRecord(
            new LogPosition(0, 1),
            new AuctionEvent.SlotOpened(Samples.slot("s"), Samples.OPENS_AT)));
    tail.advance(Map.of(0, 2L));
    tail.catchUpDone();
  }

  @Test
  void shouldGiveNoReceiptBeforeTheLogAcknowledges() {
    UniAssertSubscriber<Receipt> answer = place("s", submission("5.40"));

    assertThat(log.appended).hasSize(1);
    answer.assertNotTerminated();
    assertThat(accepted).isZero();

    log.acknowledge(0, 17);

    Receipt receipt = answer.awaitItem().getItem();
    assertThat(receipt.bidId()).hasToString(BID_ID);
    assertThat(receipt.partition()).isZero();
    assertThat(receipt.offset()).isEqualTo(17);
    assertThat(receipt.acceptedAt()).isEqualTo(clock.instant());
    assertThat(accepted).isEqualTo(1);
  }

  @Test
  void shouldGiveNoReceiptWhenTheLogFails() {
    UniAssertSubscriber<Receipt> answer = place("s", submission("5.40"));
    log.acks
        .getFirst()
        .completeExceptionally(new RefusedException(new Refusal.LogUnavailable("down")));

    assertRefused(answer, "LOG_UNAVAILABLE");
    assertThat(accepted).isZero();
  }

  @Test
  void shouldAppendWhatTheReceiptSays() {
    place("s", submission("5.40"));

    AuctionEvent.BidPlaced placed = (AuctionEvent.BidPlaced) log.appended.getFirst();
    assertThat(placed.bid().price().amount()).isEqualTo("5.4000");
    assertThat(placed.bid().acceptedAt()).isEqualTo(clock.instant());
  }

  @Test
  void shouldRefuseWhatIsBeyondTheBoundAtOnceAndRecoverAfterwards() {
    place("s", submission("5.40"));
    place("s", submission("5.41"));

    assertRefused(place("s", submission("5.42")), "OVERLOADED");
    assertThat(log.appended).hasSize(2);

    log.acknowledge(0, 17);
    place("s", submission("5.43")).assertNotTerminated();
  }

  @Test
  void shouldAppendNothingForARefusedBid() {
    assertRefused(place("s", submission("0.5")), "BELOW_FLOOR");

    assertThat(log.appended).isEmpty();
    assertThat(refusals).extracting(Refusal::code).containsExactly("BELOW_FLOOR");
  }

  @Test
  void shouldRefuseABidForASlotThatNeitherTheTailNorTheStoreKnows() {
    assertRefused(place("other", submission("5.40")), "UNKNOWN_SLOT");
  }

  @Test
  void shouldAskTheStoreForASlotThatStandsBeforeTheTail() {
    store.open(KnownSlot.opened(Samples.slot("old"), new LogPosition(0, 0))).await().indefinitely();

    place("old", submission("5.40")).assertNotTerminated();
    assertThat(log.appended).hasSize(1);
  }

  @Test
  void shouldNotCallASlotUnknownWhenTheStoreDoesNotAnswer() {
    store.failWhen(() -> true);

    assertRefused(place("other", submission("5.40")), "STORE_UNAVAILABLE");
  }

  @Test
  void shouldNotJudgeBeforeTheDirectoryIsComplete() {
    PlaceBid starting =
        new PlaceBid(
            new Slots(directory, new TailProgress(), store),
            new Admission(List.of(new Region("eu-west-1"))),
            new AcceptanceClock(clock),
            log,
            observer);

    assertRefused(
        starting
            .place("other", submission("5.40"))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create()),
        "LOG_UNAVAILABLE");
  }

  @Test
  void shouldMakeAnIdForABidWithoutOne() {
    place("s", new BidSubmission(null, "adv-1", "eu-west-1", "5.40", "USD", null, null));

    AuctionEvent.BidPlaced placed = (AuctionEvent.BidPlaced) log.appended.getFirst();
    assertThat(placed.bid().bidId().value().version()).isEqualTo(7);
  }

  private UniAssertSubscriber<Receipt> place(String slotId, BidSubmission submission) {
    return placeBid
        .place(slotId, submission)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private static BidSubmission submission(String amount) {
    return new BidSubmission(BID_ID, "adv-1", "eu-west-1", amount, "USD", null, null);
  }

  private static void assertRefused(UniAssertSubscriber<Receipt> answer, String code) {
    answer.awaitFailure(failure ->
        assertThat(failure)
            .isInstanceOfSatisfying(
                RefusedException.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo(code)));
  }
}
