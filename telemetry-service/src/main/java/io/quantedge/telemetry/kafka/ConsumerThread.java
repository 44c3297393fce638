package io.quantedge.telemetry.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * A thread that owns a consumer, makes a new one after any trouble, and can be ended at any time.
 * {@link #start} and {@link #stop} may be called from any thread; the work runs on its own.
 */
final class ConsumerThread {
  private static final Logger log = Logger.getLogger(ConsumerThread.class);

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final String name;
  private final Consumer<KafkaConsumer<String, byte[]>> work;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Optional<Thread> thread = Optional.empty();
  private volatile Optional<KafkaConsumer<String, byte[]>> current = Optional.empty();

  /**
   * @param work runs until {@link #isRunning} is false; it is called again, with a new consumer,
   *     whenever it returns or fails before
   */
  ConsumerThread(String name, Consumer<KafkaConsumer<String, byte[]>> work) {
    this.name = name;
    this.work = work;
  }

  void start(Supplier<KafkaConsumer<String, byte[]>> consumers, long retryMillis) {
    thread =
        Optional.of(
            Thread.ofPlatform().name(name).daemon().start(() -> run(consumers, retryMillis)));
  }

  boolean isRunning() {
    return stopping.getCount() > 0;
  }

  /** Waits, unless the thread is to end. */
  void pause(long millis) {
    try {
      boolean ended = stopping.await(millis, TimeUnit.MILLISECONDS);
      log.tracef("%s waited %d ms, ended=%s", name, millis, ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  void stop() {
    stopping.countDown();
    current.ifPresent(KafkaConsumer::wakeup);
    try {
      if (thread.isPresent() && !thread.get().join(STOP_TIMEOUT)) {
        log.warnf("%s did not end within %s", name, STOP_TIMEOUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Supplier<KafkaConsumer<String, byte[]>> consumers, long retryMillis) {
    while (isRunning()) {
      try (KafkaConsumer<String, byte[]> consumer = consumers.get()) {
        current = Optional.of(consumer);
        work.accept(consumer);
      } catch (WakeupException e) {
        log.debugf("%s was woken to end", name);
      } catch (RuntimeException e) {
        log.warnf("%s begins again in %d ms: %s", name, retryMillis, e.getMessage());
        pause(retryMillis);
      } finally {
        current = Optional.empty();
      }
    }
  }
}
