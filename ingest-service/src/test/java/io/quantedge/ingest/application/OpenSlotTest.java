package io.quantedge.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quantedge.ingest.testing.FakeStore;
import io.quantedge.ingest.testing.Samples;
import io.quantedge.ingest.testing.SettableClock;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenSlotTest {
  private final SettableClock clock = new SettableClock(Samples.OPENS_AT);
  private final SlotDirectory directory = new SlotDirectory(clock, Duration.ofMinutes(1), 10);
  private final TailProgress tail = new TailProgress();
  private final FakeStore store = new FakeStore();
  private final FakeLog log = new FakeLog();
  private final OpenSlot openSlot =
      new OpenSlot(
          new Slots(directory, tail, store),
          directory,
          tail,
          log,
          new OpenSlot.Limits(2, Duration.ofDays(1), Duration.ofSeconds(30)),
          clock);

  @BeforeEach
  void catchUp() {
    tail.catchUpDone();
  }

  @Test
  void shouldAnswerOnlyWhenItsOwnRecordWasReadBack() {
    UniAssertSubscriber<OpenSlot.Opened> answer = open("s", "mine");
    log.acknowledge(0, 7);

    answer.assertNotTerminated();

    readBack(7);

    assertThat(answer.awaitItem().getItem().created()).isTrue();
  }

  @Test
  void shouldSayThatAnotherRequestWasFirstWithTheSameDefinition() {
    UniAssertSubscriber<OpenSlot.Opened> first = open("s", "same");
    UniAssertSubscriber<OpenSlot.Opened> second = open("s", "same");
    log.acknowledge(0, 8);
    log.acknowledge(1, 7);

    readBack(1, 7);
    readBack(0, 8);

    assertThat(first.awaitItem().getItem().created()).isFalse();
    assertThat(second.awaitItem().getItem().created()).isTrue();
  }

  @Test
  void shouldRefuseTheLaterOfTwoRacingDefinitionsByTheirPlaceInTheLog() {
    UniAssertSubscriber<OpenSlot.Opened> first = open("s", "one");
    UniAssertSubscriber<OpenSlot.Opened> second = open("s", "two");
    log.acknowledge(0, 8);
    log.acknowledge(1, 7);

    readBack(1, 7);
    readBack(0, 8);

    assertRefused(first, "SLOT_DEFINITION_CONFLICT");
    assertThat(second.awaitItem().getItem().slot().definition().name()).isEqualTo("two");
  }

  @Test
  void shouldAppendNothingForASlotThatIsThere() {
    open("s", "mine");
    log.acknowledge(0, 7);
    readBack(7);

    assertThat(open("s", "mine").awaitItem().getItem().created()).isFalse();
    assertRefused(open("s", "other"), "SLOT_DEFINITION_CONFLICT");
    assertThat(log.appended).hasSize(1);
  }

  @Test
  void shouldRepeatTheAnswerEvenAfterTheSlotIsOver() {
    open("s", "mine");
    log.acknowledge(0, 7);
    readBack(7);
    clock.move(Duration.ofHours(2));

    assertThat(open("s", "mine").awaitItem().getItem().created()).isFalse();
    assertRefused(open("new", "mine"), "INVALID_REQUEST");
  }

  @Test
  void shouldRefuseAnotherSlotWhenTooManyAreOpen() {
    for (int i = 0; i < 2; i++) {
      open("s" + i, "any");
      log.acknowledge(i, i);
      readBack(i, i);
    }

    assertRefused(open("s2", "any"), "OVERLOADED");
  }

  private void readBack(long offset) {
    readBack(0, offset);
  }

  private void readBack(int index, long offset) {
    directory.apply(new LogRecord(new LogPosition(0, offset), log.appended.get(index)));
    assertThat(log.appended.get(index)).isInstanceOf(AuctionEvent.SlotOpened.class);
    tail.advance(Map.of(0, offset + 1));
  }

  private UniAssertSubscriber<OpenSlot.Opened> open(String slotId, String name) {
    return openSlot
        .open(
            slotId,
            new SlotSubmission(
                "pub-1", name, "1", "USD", null, null, null, null, Samples.CLOSES_AT.toString()))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private static void assertRefused(UniAssertSubscriber<OpenSlot.Opened> answer, String code) {
    answer.awaitFailure(failure ->
        assertThat(failure)
            .isInstanceOfSatisfying(
                RefusedException.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo(code)));
  }
}
