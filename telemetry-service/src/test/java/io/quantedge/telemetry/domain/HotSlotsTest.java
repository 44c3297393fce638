package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HotSlotsTest {
  private static final SlotId A = new SlotId("a");
  private static final SlotId B = new SlotId("b");

  private final HotSlots slots = new HotSlots();

  private static Instant second(int second) {
    return Folding.START.plusSeconds(second);
  }

  @Test
  void whatWasReadBeforeTheFirstSampleIsNoTrafficOfNow() {
    slots.add(A, 1_000_000);
    slots.sample(second(0));
    slots.add(B, 10);

    assertThat(slots.window(10, second(5)).hottest()).containsExactly(new HotSlots.Rate(B, 2.0));
  }

  @Test
  void theSlotsWithTheMostBidsOfTheLastTenSecondsComeFirst() {
    for (int s = 0; s < 30; s++) {
      slots.sample(second(s));
      slots.add(A, s < 15 ? 100 : 5);
      slots.add(B, 20);
    }

    HotSlots.Window window = slots.window(10, second(30));

    assertThat(window.seconds()).isEqualTo(10.0);
    assertThat(window.bids()).isEqualTo(250);
    assertThat(window.hottest())
        .containsExactly(new HotSlots.Rate(B, 20.0), new HotSlots.Rate(A, 5.0));
  }

  @Test
  void aSlotThatCoolsDownIsForgotten() {
    slots.sample(second(0));
    slots.add(A, 100);
    for (int s = 1; s <= 15; s++) {
      slots.sample(second(s));
    }

    assertThat(slots.window(10, second(16)).hottest()).isEmpty();
  }

  @Test
  void thereIsNoRateOfAWindowThatIsTooShort() {
    slots.sample(second(0));
    slots.add(A, 100);

    assertThat(slots.window(10, second(1)).hottest()).isEmpty();
  }

  @Test
  void memoryIsBoundedHoweverManySlotsMove() {
    slots.sample(second(0));
    for (int i = 0; i < 3 * HotSlots.MAX_SLOTS; i++) {
      slots.add(new SlotId("slot-" + i), 1);
    }

    assertThat(slots.window(1, second(10)).bids()).isEqualTo(HotSlots.MAX_SLOTS);
  }
}
