package io.quantedge.simulator.domain.check;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts what is right and remembers the first thing that is wrong, and makes a check of it. Not
 * thread-safe.
 */
final class Audit {
  private final String name;
  private long expected;
  private long right;
  private long wrong;
  private Optional<String> example = Optional.empty();

  Audit(String name) {
    this.name = name;
  }

  /** One thing to look at: right if there is no fault. */
  void judge(Optional<String> fault) {
    expected++;
    fault.ifPresentOrElse(this::fault, () -> right++);
  }

  /** One thing to look at. */
  void judge(boolean isRight, Supplier<String> fault) {
    judge(isRight ? Optional.empty() : Optional.of(fault.get()));
  }

  /** Something wrong that is not one of the expected things. */
  void fault(String fault) {
    wrong++;
    if (example.isEmpty()) {
      example = Optional.of(fault);
    }
  }

  /** Holds if everything that was looked at is right and nothing else is wrong. */
  Check toCheck() {
    String actual =
        example
            .map(fault -> "%d; %d wrong, first: %s".formatted(right, wrong, fault))
            .orElseGet(() -> Long.toString(right));
    return new Check(name, Long.toString(expected), actual, wrong == 0 && expected == right);
  }
}
