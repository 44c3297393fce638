package io.quantedge.settlement.application;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Compares the books on demand. It reads every row of them, so only one comparison runs at a time
 * in this process: whoever asks meanwhile gets the same answer. Thread-safe.
 */
public final class Reconcile {
  private final ReconciliationStore store;
  private final Clock clock;
  private final AtomicReference<@Nullable Uni<Report>> underWay = new AtomicReference<>();

  public Reconcile(ReconciliationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The comparison that is under way, or a new one. */
  public Uni<Report> run() {
    return Uni.createFrom()
        .deferred(() -> {
          Uni<Report> mine = begin();
          Uni<Report> first = underWay.compareAndExchange(null, mine);
          return first == null ? mine : first;
        });
  }

  /** Begins when it is subscribed to, once. */
  private Uni<Report> begin() {
    return Uni.createFrom()
        .deferred(() -> {
          Instant begunAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
          return store
              .reconcile()
              .map(books -> new Report(begunAt, Duration.between(begunAt, clock.instant()), books));
        })
        .onTermination()
        .invoke(() -> underWay.set(null))
        .memoize()
        .indefinitely();
  }

  /**
   * @param begunAt no later than the snapshot
   */
  public record Report(Instant begunAt, Duration took, Reconciliation books) {}
}
