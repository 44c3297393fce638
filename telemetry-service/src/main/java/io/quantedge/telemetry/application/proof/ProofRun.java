package io.quantedge.telemetry.application.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A proof that somebody asked for, from the queue to its end. Immutable; instants are in whole
 * microseconds, as the truth store keeps them.
 *
 * @param parameters by name, with {@code seed}, so that it can be run again
 * @param sentence where it stands or what came out, at most 1,000 characters
 * @param guarded the side with the guard, once it has run
 * @param unguarded the side without, once it has run
 */
public record ProofRun(
    UUID runId,
    ProofName kind,
    State state,
    SortedMap<String, Long> parameters,
    Times times,
    String sentence,
    Optional<ProofSide> guarded,
    Optional<ProofSide> unguarded) {
  private static final int MAX_SENTENCE_LENGTH = 1_000;

  public ProofRun {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    sentence =
        sentence.length() <= MAX_SENTENCE_LENGTH
            ? sentence
            : sentence.substring(0, MAX_SENTENCE_LENGTH - 1) + "…";
  }

  /** How far it is. */
  public enum State {
    QUEUED,
    RUNNING,
    /** Both sides ran; whether the proof holds is another question. */
    DONE,
    /** A side could not be run: nothing is proved. */
    FAILED
  }

  /** When it was asked for, began and ended. */
  public record Times(
      Instant requestedAt, Optional<Instant> startedAt, Optional<Instant> finishedAt) {
    public Times {
      requestedAt = requestedAt.truncatedTo(ChronoUnit.MICROS);
      startedAt = startedAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
      finishedAt = finishedAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }
  }

  static ProofRun queued(UUID runId, ProofName kind, Map<String, Long> parameters, Instant now) {
    return new ProofRun(
        runId,
        kind,
        State.QUEUED,
        new TreeMap<>(parameters),
        new Times(now, Optional.empty(), Optional.empty()),
        "Waits for its turn.",
        Optional.empty(),
        Optional.empty());
  }

  ProofRun started(Instant now) {
    return new ProofRun(
        runId,
        kind,
        State.RUNNING,
        parameters,
        new Times(times.requestedAt(), Optional.of(now), Optional.empty()),
        "Runs with its guard.",
        Optional.empty(),
        Optional.empty());
  }

  ProofRun withGuarded(ProofSide side) {
    return new ProofRun(
        runId,
        kind,
        state,
        parameters,
        times,
        "Runs without its guard.",
        Optional.of(side),
        Optional.empty());
  }

  ProofRun done(ProofSide unguardedSide, Instant now) {
    ProofRun ended = ended(State.DONE, "", Optional.of(unguardedSide), now);
    return ended.saying(verdict(guarded.orElseThrow(), unguardedSide));
  }

  ProofRun failed(String why, Instant now) {
    return ended(State.FAILED, "Nothing is proved: " + why, Optional.empty(), now);
  }

  private ProofRun ended(State end, String said, Optional<ProofSide> other, Instant now) {
    Times ended = new Times(times.requestedAt(), times.startedAt(), Optional.of(now));
    return new ProofRun(runId, kind, end, parameters, ended, said, guarded, other);
  }

  private ProofRun saying(String said) {
    return new ProofRun(runId, kind, state, parameters, times, said, guarded, unguarded);
  }

  /** The guard is what makes the difference, or the proof says nothing about it. */
  private static String verdict(ProofSide with, ProofSide without) {
    if (!with.holds()) {
      return "Does not hold. With the guard: " + with.sentence();
    }
    return without.holds()
        ? "Proves nothing: without the guard nothing went wrong either. " + without.sentence()
        : "Holds. " + with.sentence() + " Without the guard: " + without.sentence();
  }

  /** Whether the guard kept the promise and its absence broke it; empty until both sides ran. */
  public Optional<Boolean> holds() {
    return state == State.DONE
        ? Optional.of(guarded.orElseThrow().holds() && !unguarded.orElseThrow().holds())
        : Optional.empty();
  }

  public Instant requestedAt() {
    return times.requestedAt();
  }
}
