package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.testing.Samples;
import io.quantedge.ingest.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlotDirectoryTest {
  private static final Duration RETENTION = Duration.ofMinutes(10);

  private final SettableClock clock = new SettableClock(Samples.OPENS_AT);
  private final SlotDirectory directory = new SlotDirectory(clock, RETENTION, 2);

  @Test
  void shouldKeepTheFirstOpeningOfASlot() {
    open("s", "first", 5);
    open("s", "second", 9);

    assertThat(directory.find(new SlotId("s")))
        .contains(KnownSlot.opened(Samples.slot("s", "first"), new LogPosition(0, 5)));
    assertThat(directory.openSlots()).isEqualTo(1);
  }

  @Test
  void shouldCloseASlotOnceAtItsFirstMarker() {
    open("s", "first", 5);
    close("s", 6);
    close("s", 7);

    assertThat(directory.find(new SlotId("s"))).map(KnownSlot::isClosed).contains(true);
    assertThat(directory.openSlots()).isZero();
  }

  @Test
  void shouldNotOpenAClosedSlotAgain() {
    open("s", "first", 5);
    close("s", 6);
    open("s", "second", 7);

    assertThat(directory.find(new SlotId("s"))).map(KnownSlot::isClosed).contains(true);
  }

  @Test
  void shouldIgnoreAMarkerOfASlotThatIsNotKnown() {
    close("s", 4);
    open("s", "first", 5);

    assertThat(directory.find(new SlotId("s"))).map(KnownSlot::isClosed).contains(false);
  }

  @Test
  void shouldForgetClosedSlotsAfterAWhileButNeverOpenOnes() {
    open("open", "stays", 1);
    open("closed", "leaves", 2);
    close("closed", 3);
    clock.move(RETENTION.plusSeconds(1));
    open("other", "any", 4);

    assertThat(directory.find(new SlotId("closed"))).isEmpty();
    assertThat(directory.find(new SlotId("open"))).isPresent();
  }

  @Test
  void shouldForgetTheLongestClosedSlotWhenThereAreTooMany() {
    for (int i = 0; i < 3; i++) {
      open("s" + i, "any", 2 * i);
      close("s" + i, 2 * i + 1);
    }

    assertThat(directory.find(new SlotId("s0"))).isEmpty();
    assertThat(directory.find(new SlotId("s1"))).isPresent();
    assertThat(directory.find(new SlotId("s2"))).isPresent();
  }

  @Test
  void shouldTakeTheStoresDefinitionWhereTheTailSawALaterOpening() {
    SlotDefinition first = Samples.slot("s", "first");
    open("s", "second", 9);

    directory.correct(KnownSlot.opened(first, new LogPosition(0, 5)));

    assertThat(directory.find(new SlotId("s")))
        .contains(KnownSlot.opened(first, new LogPosition(0, 5)));
  }

  @Test
  void shouldKeepAMarkerThatTheStoreDoesNotKnowYet() {
    open("s", "first", 5);
    close("s", 6);

    directory.correct(KnownSlot.opened(Samples.slot("s", "first"), new LogPosition(0, 5)));

    assertThat(directory.find(new SlotId("s"))).map(KnownSlot::isClosed).contains(true);
    assertThat(directory.openSlots()).isZero();
  }

  @Test
  void shouldCloseASlotThatTheStoreKnowsAsClosed() {
    open("s", "second", 9);

    directory.correct(KnownSlot.opened(Samples.slot("s", "first"), new LogPosition(0, 5)).closed());

    assertThat(directory.find(new SlotId("s"))).map(KnownSlot::isClosed).contains(true);
    assertThat(directory.openSlots()).isZero();
  }

  @Test
  void shouldCountTheBidsOfOpenSlotsUntilTheyClose() {
    open("a", "any", 1);
    open("b", "any", 2);
    directory.countBids(new SlotId("a"), 3);
    directory.countBids(new SlotId("b"), 4);
    directory.countBids(new SlotId("a"), 1);
    directory.countBids(new SlotId("unknown"), 9);

    assertThat(directory.openBids()).isEqualTo(8);
    close("a", 3);
    directory.countBids(new SlotId("a"), 5);
    close("a", 4);

    assertThat(directory.openBids()).isEqualTo(4);
  }

  private void open(String slotId, String name, long offset) {
    directory.apply(
        new LogRecord(
            new LogPosition(0, offset),
            new AuctionEvent.SlotOpened(Samples.slot(slotId, name), Samples.OPENS_AT)));
  }

  private void close(String slotId, long offset) {
    directory.apply(
        new LogRecord(
            new LogPosition(0, offset),
            new AuctionEvent.CloseMarked(new SlotId(slotId), CloseCause.TIMER, Samples.OPENS_AT)));
  }
}
