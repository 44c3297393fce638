package io.quantedge.telemetry.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentProperties {
  private static final int RUNS = 200;
  private static final int WRITERS = 6;
  private static final int REQUESTS_EACH = 8;

  /** A store that takes an event only where nobody has written yet. */
  private static final class Log {
    private Incident incident = Requests.opened("slot-1");

    boolean append(Incident next) {
      boolean isFree = next.version() == incident.version() + 1;
      if (isFree) {
        incident = next;
      }
      return isFree;
    }
  }

  /** Somebody who reads, judges and writes, while others do the same in between. */
  private static final class Writer {
    private final List<EventRequest> wanted = new ArrayList<>();
    private Optional<Incident> read = Optional.empty();

    boolean isDone() {
      return wanted.isEmpty();
    }

    void step(Log log, Instant now, Set<UUID> accepted) {
      if (read.isEmpty()) {
        read = Optional.of(log.incident);
        return;
      }
      Verdict verdict = read.get().judge(wanted.getFirst(), now);
      read = Optional.empty();
      if (!(verdict instanceof Verdict.Granted(Incident next))) {
        wanted.removeFirst();
      } else if (log.append(next)) {
        accepted.add(wanted.removeFirst().eventId());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 71, 20_260_301})
  void whateverTheInterleavingTheHistoryIsOneLineAndHasEachAcceptedEventOnce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < RUNS; run++) {
      Log log = new Log();
      Set<UUID> accepted = new HashSet<>();
      List<Writer> writers = writers(random);
      while (writers.stream().anyMatch(writer -> !writer.isDone())) {
        Writer writer = writers.get(random.nextInt(WRITERS));
        if (!writer.isDone()) {
          // Clocks of different writers may differ by some seconds.
          Instant now = Requests.OPENED_AT.plusMillis(random.nextInt(5_000));
          writer.step(log, now, accepted);
        }
      }
      Incident incident = log.incident;

      // Making it again checks the whole history.
      assertThat(copyOf(incident)).as("seed %d run %d", seed, run).isEqualTo(incident);
      assertThat(incident.events().stream().skip(1).map(event -> event.request().eventId()))
          .as("seed %d run %d", seed, run)
          .containsExactlyInAnyOrderElementsOf(accepted);
      assertThat(incident.events())
          .as("seed %d run %d", seed, run)
          .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 72, 20_260_302})
  void asOfAnInstantIsWhatHadHappenedByThenAndNothingElse(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < RUNS; run++) {
      List<Incident> steps = new ArrayList<>(List.of(Requests.opened("slot-1")));
      Instant now = Requests.OPENED_AT;
      for (int i = 0; i < 30; i++) {
        now = now.plusMillis(random.nextInt(3));
        Verdict verdict = steps.getLast().judge(Requests.random(random, "ann"), now);
        if (verdict instanceof Verdict.Granted(Incident next)) {
          steps.add(next);
        }
      }
      Incident last = steps.getLast();

      assertThat(last.asOf(Requests.OPENED_AT.minusNanos(1))).isEmpty();
      for (Instant at = Requests.OPENED_AT; !at.isAfter(now); at = at.plusMillis(1)) {
        Instant asOf = at;
        Incident expected =
            steps.stream().filter(step -> !step.lastAt().isAfter(asOf)).toList().getLast();
        assertThat(last.asOf(asOf)).as("seed %d run %d at %s", seed, run, asOf).contains(expected);
      }
    }
  }

  private static List<Writer> writers(SplittableRandom random) {
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Writer writer = new Writer();
      for (int r = 0; r < REQUESTS_EACH; r++) {
        writer.wanted.add(Requests.random(random, "writer-" + i));
      }
      writers.add(writer);
    }
    return writers;
  }

  private static Incident copyOf(Incident incident) {
    return new Incident(
        incident.incidentId(), incident.kind(), incident.subject(), incident.events());
  }
}
