package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.ingest.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class AcceptanceClockTest {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00.123456789Z");

  private final SettableClock wallClock = new SettableClock(START);
  private final AcceptanceClock clock = new AcceptanceClock(wallClock);

  @Test
  void shouldCutTheWallClockToMicroseconds() {
    assertThat(clock.next()).isEqualTo(Instant.parse("2026-01-31T12:00:00.123456Z"));
  }

  @Test
  void shouldGoOnByAMicrosecondWhenTheWallClockStandsStill() {
    Instant first = clock.next();

    assertThat(clock.next()).isEqualTo(first.plusNanos(1_000));
  }

  @Test
  void shouldNeverGoBackWhenTheWallClockIsSetBack() {
    Instant before = clock.next();
    wallClock.move(Duration.ofSeconds(-10));

    assertThat(clock.next()).isAfter(before);
  }

  @Test
  void shouldFollowTheWallClockWhenItIsAhead() {
    clock.next();
    wallClock.move(Duration.ofSeconds(10));

    assertThat(clock.next()).isEqualTo(Instant.parse("2026-01-31T12:00:10.123456Z"));
  }

  @Test
  void shouldNeverGiveTwoThreadsTheSameInstant() throws InterruptedException {
    Set<Instant> seen = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int n = 0; n < 5_000; n++) {
                  seen.add(clock.next());
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(seen).hasSize(20_000);
  }
}
