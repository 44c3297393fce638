package io.quantedge.telemetry.application;

import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Asks the truth store now and then whether its books agree, one question at a time. While the
 * store is away, the last answer stays and grows old. Thread-safe.
 */
@ApplicationScoped
public class TruthWatch {
  private static final Logger log = Logger.getLogger(TruthWatch.class);

  private final TruthBooks books;
  private final TelemetryState state;
  private final Completion completion;
  private final Settings settings;
  private final Clock clock;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Cancellable ticking = () -> {};
  private volatile long failures;

  /**
   * @param interval between two questions
   * @param timeout after which a question counts as not answered
   */
  public record Settings(Duration interval, Duration timeout) {}

  TruthWatch(
      TruthBooks books,
      TelemetryState state,
      Completion completion,
      Settings settings,
      Clock clock) {
    this.books = books;
    this.state = state;
    this.completion = completion;
    this.settings = settings;
    this.clock = clock;
  }

  /** Begins to ask; call it once. */
  public void start() {
    ticking = Ticks.every(settings.interval(), this::ask);
  }

  /** Asks no more. */
  public void stop() {
    ticking.cancel();
  }

  /** One question, unless another one is under way; also what else waits for the store. */
  void ask() {
    completion.tryAgain();
    if (!asking.compareAndSet(false, true)) {
      return;
    }
    books
        .read(clock.instant())
        .ifNoItem()
        .after(settings.timeout())
        .fail()
        .onTermination()
        .invoke(() -> asking.set(false))
        .subscribe()
        .with(
            answer -> {
              failures = 0;
              state.truthTold(answer);
            },
            this::failed);
  }

  private void failed(Throwable failure) {
    failures++;
    state.truthSilent("the truth store does not answer or has no books yet");
    if (Long.bitCount(failures) == 1) {
      log.warnf(
          "truth store's books not read failuresInARow=%d reason=%s",
          failures, failure.getMessage());
    }
  }
}
