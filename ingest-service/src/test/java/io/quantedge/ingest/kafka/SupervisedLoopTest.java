package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.ingest.domain.FullJitter;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisedLoopTest {
  private final FullJitter backoff =
      new FullJitter(Duration.ofMillis(1), Duration.ofMillis(5), new SplittableRandom(7));

  @Test
  void shouldBeginAnewAfterAFailure() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    SupervisedLoop loop =
        new SupervisedLoop(
            "test",
            running -> {
              if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException("surprise");
              }
              running.succeeded();
              end.await();
            },
            backoff,
            end::countDown);

    loop.start();
    await().untilAsserted(() -> assertThat(loop.isHealthy()).isTrue());

    assertThat(runs).hasValue(3);
    loop.stop();
    await().untilAsserted(() -> assertThat(loop.isHealthy()).isFalse());
  }

  @Test
  void shouldNotBeHealthyWhileItFails() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    SupervisedLoop loop =
        new SupervisedLoop(
            "test",
            running -> {
              runs.incrementAndGet();
              throw new IllegalStateException("surprise");
            },
            backoff,
            () -> {});

    loop.start();
    await().until(() -> runs.get() > 3);

    assertThat(loop.isHealthy()).isFalse();
    loop.stop();
  }

  @Test
  void shouldRunAgainAfterItWasStopped() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    SupervisedLoop loop =
        new SupervisedLoop(
            "test",
            running -> {
              runs.incrementAndGet();
              while (!running.isStopping()) {
                Thread.onSpinWait();
              }
            },
            backoff,
            () -> {});

    loop.start();
    await().until(() -> runs.get() == 1);
    loop.stop();
    loop.start();
    await().until(() -> runs.get() == 2);
    loop.stop();
  }
}
