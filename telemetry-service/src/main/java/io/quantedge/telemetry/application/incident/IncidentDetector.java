package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.application.Ticks;
import io.quantedge.telemetry.domain.incident.DeadLetter;
import io.quantedge.telemetry.domain.incident.DetectionRules;
import io.quantedge.telemetry.domain.incident.FailedCheck;
import io.quantedge.telemetry.domain.incident.Observations;
import io.quantedge.telemetry.domain.incident.Thresholds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks at what telemetry knows again and again, and opens incidents. It waits until the state is
 * rebuilt, because before that history looks like news. Nothing waits for it, and what fails is
 * tried again in a later round. Rounds never overlap; {@link #start} and {@link #stop} are called
 * once.
 */
@ApplicationScoped
public class IncidentDetector {
  /** A round must not become long: further letters wait for the next one. */
  static final int LETTERS_IN_A_ROUND = 20;

  private final Observed observed;
  private final DeadLetterInbox letters;
  private final BooksCheck books;
  private final IncidentRecorder recorder;
  private final Settings settings;
  private final DetectionRules rules;
  private final Observations observations;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Cancellable ticking = () -> {};
  private volatile boolean wasHistoryDue;
  private volatile Instant booksCheckedAt = Instant.EPOCH;

  /**
   * @param enabled whether it looks at all
   * @param interval between two rounds
   * @param booksInterval between two questions about the books, which are costly to answer
   */
  public record Settings(
      boolean enabled, Duration interval, Duration booksInterval, Thresholds thresholds) {}

  IncidentDetector(
      Observed observed,
      DeadLetterInbox letters,
      BooksCheck books,
      IncidentRecorder recorder,
      Settings settings) {
    this.observed = observed;
    this.letters = letters;
    this.books = books;
    this.recorder = recorder;
    this.settings = settings;
    this.rules = new DetectionRules(settings.thresholds());
    this.observations = new Observations(settings.thresholds().longestWindow());
  }

  /** Begins to look; call it once. */
  public void start() {
    if (settings.enabled()) {
      ticking = Ticks.every(settings.interval(), this::tick);
    }
  }

  /** Looks no more; a round that is under way ends by itself. */
  public void stop() {
    ticking.cancel();
  }

  private void tick() {
    if (observed.isRebuilt() && busy.compareAndSet(false, true)) {
      round()
          .onTermination()
          .invoke(() -> busy.set(false))
          .subscribe()
          .with(_ -> {}, failure -> recorder.failed("round", failure));
    }
  }

  /** One look at everything. It fails only by a mistake of ours. */
  Uni<Void> round() {
    return Uni.createFrom()
        .deferred(() -> {
          observe();
          return recorder.raise(rules.signals(observations));
        })
        .chain(() -> raise(observed.failedChecks()))
        .chain(this::dealWithLetters)
        .chain(this::checkBooks)
        .chain(recorder::count);
  }

  /** Totals to which history was added cannot be compared with those before. */
  private void observe() {
    boolean isDue = observed.isHistoryDue();
    if (isDue || wasHistoryDue) {
      observations.clear();
    }
    wasHistoryDue = isDue;
    observations.add(observed.observe());
  }

  private Uni<Void> raise(List<FailedCheck> failed) {
    return recorder.raise(failed.stream().map(rules::failedReconciliation).toList());
  }

  private Uni<Void> dealWithLetters() {
    List<DeadLetter> next = letters.next(LETTERS_IN_A_ROUND);
    return Multi.createFrom()
        .iterable(next)
        .onItem()
        .transformToUniAndConcatenate(letter ->
            recorder
                .raise(rules.deadLetter(letter))
                .invoke(recorded -> {
                  if (recorded) {
                    letters.done(letter);
                  }
                }))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> checkBooks() {
    Instant now = observations.newest().orElseThrow().at();
    if (now.isBefore(booksCheckedAt.plus(settings.booksInterval()))) {
      return Uni.createFrom().voidItem();
    }
    booksCheckedAt = now;
    return books
        .failedChecks()
        .onFailure()
        .recoverWithItem(failure -> {
          recorder.failed("question about the books", failure);
          return List.of();
        })
        .chain(this::raise);
  }
}
