package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.application.incident.IncidentStore.Judge;
import io.quantedge.telemetry.application.incident.IncidentStore.WrittenMeanwhile;
import io.quantedge.telemetry.domain.incident.EventRequest;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.Signal;
import io.quantedge.telemetry.domain.incident.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Records what happens to incidents. Writers need not know of each other: each event is judged
 * against the history that it is appended to, and whoever loses a race reads and judges again.
 * Thread-safe.
 */
@ApplicationScoped
public class Incidents {
  private final IncidentStore store;
  private final Retries retries;
  private final RandomGenerator random;
  private final Clock clock;

  Incidents(IncidentStore store, Retries retries, RandomGenerator random, Clock clock) {
    this.store = store;
    this.retries = retries;
    this.random = random;
    this.clock = clock;
  }

  /**
   * @param maxAttempts all attempts of one request, 1 or more
   * @param backoff between two of them; no connection is held meanwhile
   */
  public record Retries(int maxAttempts, FullJitter backoff) {}

  /** So many writers were faster that this one gave up; nothing is recorded. */
  public static final class ContendedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContendedException(int attempts, Throwable cause) {
      super("others were faster in " + attempts + " attempts", cause);
    }
  }

  /**
   * Records an event of a responder.
   *
   * @return fails with {@link ContendedException} when the attempts are used up
   */
  public Uni<Verdict> record(UUID incidentId, EventRequest request) {
    return append(
        incidentId,
        current ->
            current
                .map(incident -> incident.judge(request, clock.instant()))
                .orElseGet(Verdict.Unknown::new),
        1);
  }

  /** Opens or reopens the incident that a signal is about, if that is due. */
  public Uni<Verdict> raise(Signal signal) {
    return append(signal.incidentId(), current -> signal.judge(current, clock.instant()), 1);
  }

  private Uni<Verdict> append(UUID incidentId, Judge judge, int attempt) {
    return store
        .append(incidentId, judge)
        .onFailure(WrittenMeanwhile.class)
        .recoverWithUni(failure -> {
          if (attempt >= retries.maxAttempts()) {
            return Uni.createFrom().failure(new ContendedException(attempt, failure));
          }
          long delayMillis = retries.backoff().delayMillis(attempt, random);
          // Mutiny refuses a delay of zero.
          return Uni.createFrom()
              .voidItem()
              .onItem()
              .delayIt()
              .by(Duration.ofMillis(Math.max(1, delayMillis)))
              .chain(() -> append(incidentId, judge, attempt + 1));
        });
  }

  /**
   * @param asOf the incident as it was then; as it is if empty
   */
  public Uni<Optional<Incident>> find(UUID incidentId, Optional<Instant> asOf) {
    return store
        .find(incidentId)
        .map(
            found -> asOf.isEmpty() ? found : found.flatMap(incident -> incident.asOf(asOf.get())));
  }

  public Uni<IncidentStore.Listing> list(IncidentStore.Query query) {
    return store.list(query);
  }
}
