package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever comes and whenever, no second of a key sees more writes than it may. */
class WritePacerProperties {
  private static final long SECOND_NANOS = 1_000_000_000L;

  @Test
  void shouldNeverAllowMoreThanRateAndBurstInAnySecond() {
    for (long seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      WritePacer pacer = new WritePacer(600, 200);
      Deque<Long> taken = new ArrayDeque<>();
      long now = 0;
      while (now < 10 * SECOND_NANOS) {
        boolean pause = random.nextInt(2_000) == 0;
        now += pause ? random.nextLong(2 * SECOND_NANOS) : random.nextLong(300_000);
        if (pacer.tryTake("key", now) == 0) {
          taken.addLast(now);
        }
        while (!taken.isEmpty() && taken.peekFirst() <= now - SECOND_NANOS) {
          taken.removeFirst();
        }
        assertThat(taken.size()).as("seed %d at %d", seed, now).isLessThanOrEqualTo(800);
      }
    }
  }

  @Test
  void shouldLetAKeyHaveItsWholeRate() {
    WritePacer pacer = new WritePacer(600, 200);
    int taken = 0;
    for (long now = 0; now < 10 * SECOND_NANOS; now += 100_000) {
      taken += pacer.tryTake("key", now) == 0 ? 1 : 0;
    }

    assertThat(taken).isBetween(6_190, 6_200);
  }

  @Test
  void shouldSayWhenToAskAgain() {
    WritePacer pacer = new WritePacer(100, 1);
    assertThat(pacer.tryTake("key", 0)).isZero();

    long wait = pacer.tryTake("key", 0);

    assertThat(wait).isEqualTo(SECOND_NANOS / 100);
    assertThat(pacer.tryTake("key", wait - 1)).isEqualTo(1);
    assertThat(pacer.tryTake("key", wait)).isZero();
    assertThat(pacer.tryTake("another key", 0)).isZero();
  }

  @Test
  void shouldReserveWhatHasToWait() {
    WritePacer pacer = new WritePacer(100, 10);

    assertThat(pacer.reserve("key", 8, 0)).isZero();
    assertThat(pacer.reserve("key", 8, 0)).isEqualTo(6 * SECOND_NANOS / 100);
    assertThat(pacer.reserve("key", 8, SECOND_NANOS)).isZero();
  }

  @Test
  void shouldRefuseToBeFasterThanAKeyOfTheStoreMayBeWritten() {
    assertThatThrownBy(() -> new WritePacer(700, 101)).hasMessageContaining("at most 800");
  }
}
