package io.quantedge.ingest.kafka;

import io.quantedge.ingest.domain.FullJitter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs one never-ending piece of work on a thread of its own and brings it back when it fails, with
 * backoff: a surprise in one record or one answer must not end reading for good. Thread-safe.
 */
final class SupervisedLoop {
  private static final Logger log = Logger.getLogger(SupervisedLoop.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(8);

  /** Runs until {@link SupervisedLoop#isStopping()}; an exception means: begin anew later. */
  @FunctionalInterface
  interface Work {
    void run(SupervisedLoop loop) throws Exception;
  }

  private final String name;
  private final Work work;
  private final FullJitter backoff;
  private final Runnable wakeup;
  private volatile CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean healthy;
  private int failures;
  private @Nullable Thread thread;

  /**
   * @param wakeup called when the loop must stop, to end a blocking call
   */
  SupervisedLoop(String name, Work work, FullJitter backoff, Runnable wakeup) {
    this.name = name;
    this.work = work;
    this.backoff = backoff;
    this.wakeup = wakeup;
  }

  synchronized void start() {
    if (thread == null) {
      stop = new CountDownLatch(1);
      thread = Thread.ofPlatform().name(name).daemon().start(this::supervise);
    }
  }

  /** Ends the work and waits for its end, for a bounded time. */
  synchronized void stop() throws InterruptedException {
    Thread running = thread;
    if (running == null) {
      return;
    }
    thread = null;
    stop.countDown();
    wakeup.run();
    running.join(STOP_TIMEOUT);
    if (running.isAlive()) {
      log.warnf("loop did not end in time and is interrupted loop=%s", name);
      running.interrupt();
    }
  }

  boolean isStopping() {
    return stop.getCount() == 0;
  }

  /** Whether the work is under way and did not fail since it last reported success. */
  boolean isHealthy() {
    return healthy;
  }

  /** Called by the work when it is really at work: the next failure starts with a short wait. */
  void succeeded() {
    healthy = true;
    failures = 0;
  }

  private void supervise() {
    while (!isStopping()) {
      try {
        work.run(this);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (Exception e) {
        if (!isStopping() && !await(e)) {
          break;
        }
      }
    }
    healthy = false;
  }

  private boolean await(Exception failure) {
    healthy = false;
    Duration wait = backoff.delay(failures++);
    log.errorf(
        failure,
        "loop failed, begins anew loop=%s failures=%d waitMs=%d",
        name,
        failures,
        wait.toMillis());
    try {
      stop.await(wait.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
