package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.id.SlotId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what sources say differently of one slot. Not thread-safe. */
final class Differences {
  private final SlotId slotId;
  private final List<Difference> found = new ArrayList<>();

  Differences(SlotId slotId) {
    this.slotId = slotId;
  }

  List<Difference> found() {
    return found;
  }

  /** Something that only the log tells. */
  void ofLog(String what, Object log) {
    add(what, says(log), Optional.empty(), Optional.empty(), Optional.empty());
  }

  void betweenLogAndStore(String what, Object log, Object store) {
    add(what, says(log), says(store), Optional.empty(), Optional.empty());
  }

  void ofStore(String what, Object store) {
    add(what, Optional.empty(), says(store), Optional.empty(), Optional.empty());
  }

  void add(
      String what,
      Optional<String> log,
      Optional<String> store,
      Optional<String> outcome,
      Optional<String> settled) {
    found.add(new Difference(slotId, what, log, store, outcome, settled));
  }

  /** Compares what the sources know of the same subjects. */
  void compare(Facts log, Facts store, Facts outcome, Facts settled) {
    Set<String> subjects = new LinkedHashSet<>();
    Stream.of(log, store, outcome, settled)
        .forEach(facts -> subjects.addAll(facts.bySubject().keySet()));
    for (String what : subjects) {
      long different =
          Stream.of(log, store, outcome, settled)
              .flatMap(facts -> facts.get(what).stream())
              .distinct()
              .count();
      if (different > 1) {
        add(what, log.get(what), store.get(what), outcome.get(what), settled.get(what));
      }
    }
  }

  private static Optional<String> says(Object value) {
    return Optional.of(String.valueOf(value));
  }
}
