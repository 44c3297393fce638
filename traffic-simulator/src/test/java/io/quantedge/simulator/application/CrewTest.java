package io.quantedge.simulator.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.simulator.RunFailedException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrewTest {
  private final AtomicInteger running = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(5);

  @Test
  void returnsWhenAllTasksAreDone() throws Exception {
    Crew.run(Collections.nCopies(200, () -> running.incrementAndGet()));

    assertThat(running).hasValue(200);
    Crew.run(List.of());
  }

  @Test
  void anInterruptOfTheCallerEndsEveryTaskFirst() throws Exception {
    Thread caller = Thread.currentThread();
    Thread interrupter =
        Thread.ofVirtual()
            .start(() -> {
              awaitBegun();
              caller.interrupt();
            });

    assertThatThrownBy(() -> Crew.run(Collections.nCopies(5, this::runForever)))
        .isInstanceOf(InterruptedException.class);

    assertThat(running).hasValue(0);
    interrupter.join();
  }

  @Test
  void theFailureOfOneTaskEndsTheOthersAndIsTheResult() {
    Crew.Task failing =
        () -> {
          awaitBegun();
          throw new RunFailedException("no such slot");
        };

    assertThatThrownBy(() ->
            Crew.run(
                List.of(
                    failing,
                    this::runForever,
                    this::runForever,
                    this::runForever,
                    this::runForever,
                    this::runForever)))
        .isInstanceOf(RunFailedException.class)
        .hasMessage("no such slot");

    assertThat(running).hasValue(0);
  }

  private void runForever() throws InterruptedException {
    running.incrementAndGet();
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } finally {
      running.decrementAndGet();
    }
  }

  private void awaitBegun() {
    try {
      begun.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
