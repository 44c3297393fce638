package io.quantedge.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.testing.FakeStore;
import io.quantedge.ingest.testing.Samples;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceBidTest {
  private static final String BID_ID = "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f";

  private static final String OTHER_ID = "0190b7f0-5c1e-7cc3-98c4-dc0c0c073990";

  private final TestIntake intake = new TestIntake();
  private final FakeLog log = intake.log;
  private final FakeStore store = intake.store;
  private final PlaceBid placeBid = intake.placeBid();

  @Test
  void shouldGiveNoReceiptBeforeTheLogAcknowledges() {
    UniAssertSubscriber<Receipt> answer = place("s", submission("5.40"));

    assertThat(log.appended).hasSize(1);
    answer.assertNotTerminated();
    assertThat(intake.answers.accepted).isZero();

    log.acknowledge(0, 17);

    Receipt receipt = answer.awaitItem().getItem();
    assertThat(receipt.bidId()).hasToString(BID_ID);
    assertThat(receipt.partition()).isZero();
    assertThat(receipt.offset()).isEqualTo(17);
    assertThat(receipt.acceptedAt()).isEqualTo(intake.clock.instant());
    assertThat(intake.answers.accepted).isEqualTo(1);
  }

  @Test
  void shouldGiveNoReceiptWhenTheLogFails() {
    UniAssertSubscriber<Receipt> answer = place("s", submission("5.40"));
    log.acks
        .getFirst()
        .completeExceptionally(new RefusedException(new Refusal.LogUnavailable("down")));

    assertRefused(answer, "LOG_UNAVAILABLE");
    assertThat(intake.answers.accepted).isZero();
  }

  @Test
  void shouldAppendWhatTheReceiptSays() {
    place("s", submission("5.40"));

    AuctionEvent.BidPlaced placed = (AuctionEvent.BidPlaced) log.appended.getFirst();
    assertThat(placed.bid().price().amount()).isEqualTo("5.4000");
    assertThat(placed.bid().acceptedAt()).isEqualTo(intake.clock.instant());
  }

  @Test
  void shouldRefuseWhatIsBeyondTheBoundAtOnceAndRecoverAfterwards() {
    place("s", submission(OTHER_ID, "5.40"));
    place("s", submission(null, "5.41"));

    assertRefused(place("s", submission("5.42")), "OVERLOADED");
    assertThat(log.appended).hasSize(2);

    log.acknowledge(0, 17);
    place("s", submission("5.43")).assertNotTerminated();
  }

  @Test
  void shouldAppendNothingForARefusedBid() {
    assertRefused(place("s", submission("0.5")), "BELOW_FLOOR");

    assertThat(log.appended).isEmpty();
    assertThat(intake.answers.refusals).extracting(Refusal::code).containsExactly("BELOW_FLOOR");
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
    PlaceBid starting = intake.placeBid(new TailProgress(), log);

    assertRefused(
        subscribed(starting, () -> submission("5.40").forSlot("other")), "LOG_UNAVAILABLE");
  }

  @Test
  void shouldMakeAnIdForABidWithoutOne() {
    place("s", submission(null, "5.40"));

    AuctionEvent.BidPlaced placed = (AuctionEvent.BidPlaced) log.appended.getFirst();
    assertThat(placed.bid().bidId().value().version()).isEqualTo(7);
  }

  @Test
  void shouldCountWhatCannotEvenBeReadAsRefused() {
    assertRefused(
        subscribed(
            placeBid,
            () -> {
              throw new RefusedException(new Refusal.InvalidRequest("body", "no JSON"));
            }),
        "INVALID_REQUEST");
    assertThat(intake.answers.refusals).hasSize(1);
  }

  @Test
  void shouldShareOneAppendAndOneReceiptAmongRepeats() {
    UniAssertSubscriber<Receipt> first = place("s", submission("5.40"));
    UniAssertSubscriber<Receipt> meanwhile = place("s", submission("5.4000"));
    log.acknowledge(0, 17);
    UniAssertSubscriber<Receipt> afterwards = place("s", submission("5.40"));

    assertThat(log.appended).hasSize(1);
    assertThat(meanwhile.awaitItem().getItem()).isEqualTo(first.awaitItem().getItem());
    assertThat(afterwards.awaitItem().getItem()).isEqualTo(first.getItem());
    assertThat(intake.answers.accepted).isEqualTo(1);
    assertThat(intake.answers.repeated).isEqualTo(2);
  }

  @Test
  void shouldShareOneAppendEvenAmongRepeatsThatWaitedForTheSlotTogether() {
    store.open(KnownSlot.opened(Samples.slot("old"), new LogPosition(0, 0))).await().indefinitely();
    intake.holdLookups();
    UniAssertSubscriber<Receipt> first = place("old", submission("5.40"));
    UniAssertSubscriber<Receipt> second = place("old", submission("5.40"));
    intake.releaseLookups();
    log.acknowledge(0, 17);

    assertThat(log.appended).hasSize(1);
    assertThat(second.awaitItem().getItem()).isEqualTo(first.awaitItem().getItem());
  }

  @Test
  void shouldRepeatTheReceiptEvenAfterTheSlotHasClosed() {
    UniAssertSubscriber<Receipt> first = place("s", submission("5.40"));
    log.acknowledge(0, 17);
    intake.clock.move(Duration.ofDays(1));

    assertThat(place("s", submission("5.40")).awaitItem().getItem())
        .isEqualTo(first.awaitItem().getItem());
    assertRefused(place("s", submission(OTHER_ID, "5.40")), "SLOT_CLOSED");
  }

  @Test
  void shouldRefuseAnotherContentUnderAKnownId() {
    place("s", submission("5.40"));
    UniAssertSubscriber<Receipt> meanwhile = place("s", submission("5.41"));
    meanwhile.assertNotTerminated();
    log.acknowledge(0, 17);

    assertRefused(meanwhile, "CONFLICTING_BID");
    assertRefused(place("s", submission("5.42")), "CONFLICTING_BID");
    assertThat(log.appended).hasSize(1);
  }

  @Test
  void shouldForgetABidWhoseAppendFailedSoThatItMayBeSentAgain() {
    UniAssertSubscriber<Receipt> first = place("s", submission("5.40"));
    UniAssertSubscriber<Receipt> other = place("s", submission("5.41"));
    log.acks
        .getFirst()
        .completeExceptionally(new RefusedException(new Refusal.LogUnavailable("down")));

    assertRefused(first, "LOG_UNAVAILABLE");
    assertRefused(other, "LOG_UNAVAILABLE");
    UniAssertSubscriber<Receipt> again = place("s", submission("5.40"));
    log.acknowledge(1, 18);
    assertThat(again.awaitItem().getItem().offset()).isEqualTo(18);
  }

  @Test
  void shouldFinishWhatWasBegunWhenNobodyWaitsForItAnyMore() {
    place("s", submission("5.40")).cancel();
    log.acknowledge(0, 17);

    assertThat(intake.answers.accepted).isEqualTo(1);
    assertThat(place("s", submission("5.40")).awaitItem().getItem().offset()).isEqualTo(17);
  }

  @Test
  void shouldRefuseOneAccountThatSendsTooMuchAndNoOther() {
    intake.waits.put(new AccountId("adv-1"), 1_500_000L);

    assertRefused(place("s", submission("5.40")), "ACCOUNT_RATE_EXCEEDED");
    assertThat(intake.answers.refusals)
        .containsExactly(new Refusal.AccountLimited(new AccountId("adv-1"), 10, 2));
    intake.waits.clear();
    place("s", submission("5.40")).assertNotTerminated();
  }

  @Test
  void shouldTakeNoMoreBidsThanEvaluatorsCanHoldButRepeatWhatWasTaken() {
    UniAssertSubscriber<Receipt> first = place("s", submission("5.40"));
    log.acknowledge(0, 17);
    intake.directory.countBids(new SlotId("s"), TestIntake.MAX_OPEN_BIDS);

    assertRefused(place("s", submission(OTHER_ID, "5.40")), "OVERLOADED");
    assertThat(place("s", submission("5.40")).awaitItem().getItem())
        .isEqualTo(first.awaitItem().getItem());
    assertThat(log.appended).hasSize(1);
  }

  @Test
  void shouldCountADefectApartFromWhatWasRefused() {
    subscribed(
            placeBid,
            () -> {
              throw new IllegalStateException("a defect");
            })
        .awaitFailure();

    assertThat(intake.answers.failed).isEqualTo(1);
    assertThat(intake.answers.refusals).isEmpty();
    assertRefused(place("unknown", submission("5.40")), "UNKNOWN_SLOT");
    assertThat(intake.answers.failed).isEqualTo(1);
  }

  private UniAssertSubscriber<Receipt> place(String slotId, BidSubmission submission) {
    return subscribed(placeBid, () -> submission.forSlot(slotId));
  }

  private static UniAssertSubscriber<Receipt> subscribed(
      PlaceBid placeBid, Supplier<BidSubmission> reading) {
    return Uni.createFrom()
        .completionStage(() -> placeBid.place(reading))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private static BidSubmission submission(String amount) {
    return submission(BID_ID, amount);
  }

  private static BidSubmission submission(@Nullable String bidId, String amount) {
    return new BidSubmission(null, bidId, "adv-1", "eu-west-1", amount, "USD", null, null);
  }

  private static void assertRefused(UniAssertSubscriber<Receipt> answer, String code) {
    answer.awaitFailure(failure ->
        assertThat(failure)
            .isInstanceOfSatisfying(
                RefusedException.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo(code)));
  }
}
