package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.id.SlotId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of "settle these slots" by one worker, as far as its events tell: a set of events, so
 * their order and their repeats do not matter. Immutable.
 *
 * @param failures failed attempts by number; at most {@link #MAX_FAILURES} are kept, and those with
 *     the lowest numbers stay
 * @param resolved how it came to an end, if it did
 * @param exhausted that it gave up, if it did
 * @param lastAttempt the highest attempt number that any event named
 */
record Operation(
    UUID operationId,
    SortedMap<Integer, AttemptFailed> failures,
    @Nullable Resolved resolved,
    @Nullable Exhausted exhausted,
    int lastAttempt) {
  /** More attempts than any sane policy makes; a bound on memory, beyond which details are lost. */
  static final int MAX_FAILURES = 64;

  Operation {
    failures = Collections.unmodifiableSortedMap(failures);
  }

  static Operation unseen(UUID operationId) {
    return new Operation(operationId, new TreeMap<>(), null, null, 0);
  }

  /** The operation with this event too; itself if the event was known. */
  Operation with(ConflictEvent event) {
    int last = Math.max(lastAttempt, event.attempt());
    return switch (event) {
      case AttemptFailed failed ->
          failures.containsKey(failed.attempt())
              ? this
              : new Operation(operationId, with(failed), resolved, exhausted, last);
      case Resolved end ->
          resolved != null ? this : new Operation(operationId, failures, end, exhausted, last);
      case Exhausted end ->
          exhausted != null ? this : new Operation(operationId, failures, resolved, end, last);
    };
  }

  private SortedMap<Integer, AttemptFailed> with(AttemptFailed failed) {
    TreeMap<Integer, AttemptFailed> more = new TreeMap<>(failures);
    more.put(failed.attempt(), failed);
    if (more.size() > MAX_FAILURES) {
      more.pollLastEntry();
    }
    return more;
  }

  /** Whether any attempt lost against somebody else. */
  boolean isConflicted() {
    return failures.values().stream().anyMatch(failed -> failed.cause() == Cause.CONFLICT);
  }

  boolean isEnded() {
    return resolved != null || exhausted != null;
  }

  /** Exhausted and never resolved: a late success would outweigh having given up. */
  boolean isGivenUp() {
    return exhausted != null && resolved == null;
  }

  /** Whether it was to settle this slot, alone or with others. */
  boolean isOn(SlotId slotId) {
    return first().filter(event -> event.slotIds().contains(slotId)).isPresent();
  }

  int retries() {
    return Math.max(0, lastAttempt - 1);
  }

  /** The event that names the operation's home: its worker, region and slots. */
  Optional<ConflictEvent> first() {
    return events().min(Comparator.comparingInt(ConflictEvent::attempt));
  }

  /** When it last said something; {@link Instant#EPOCH} if never. */
  Instant lastAt() {
    return events().map(ConflictEvent::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  private Stream<ConflictEvent> events() {
    return Stream.of(
            failures.values().stream(), Stream.ofNullable(resolved), Stream.ofNullable(exhausted))
        .flatMap(part -> part);
  }
}
