package io.quantedge.settlement.application.proof;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One side of a proof as it was measured. Immutable.
 *
 * @param guard what guards, or what was taken out
 * @param holds by what was read back from the store, whatever workers say of themselves
 * @param sentence the result for people
 * @param timeline at most {@link #MAX_LINES}, in order of their beginning
 */
public record ProofSide(
    boolean guarded,
    String guard,
    boolean holds,
    String sentence,
    long seed,
    List<Figure> figures,
    List<Line> timeline) {
  /** More lines than this are no picture any more. */
  public static final int MAX_LINES = 200;

  public ProofSide {
    figures = List.copyOf(figures);
    timeline = List.copyOf(timeline);
    if (timeline.size() > MAX_LINES) {
      throw new IllegalArgumentException("a timeline has at most 200 lines; it has more");
    }
  }

  /** What a figure counts. */
  public enum Unit {
    COUNT,
    MILLISECONDS,
    MONEY
  }

  /**
   * One figure.
   *
   * @param value absent if it is not known, or is money
   * @param text an exact amount with its currency, for money alone
   */
  public record Figure(
      String name, String label, OptionalLong value, Unit unit, Optional<String> text) {}

  /** How a worker's operation ended. */
  public enum End {
    COMMITTED,
    ALREADY_SETTLED,
    REJECTED,
    GAVE_UP,
    FAILED
  }

  /**
   * What one worker did, in milliseconds since the workers began.
   *
   * @param attempts those that failed
   */
  public record Line(
      String worker, long beganAtMillis, long endedAtMillis, End end, List<AttemptLine> attempts) {
    public Line {
      attempts = List.copyOf(attempts);
    }

    /** From its beginning to its end. */
    long tookMillis() {
      return endedAtMillis - beganAtMillis;
    }
  }

  /**
   * An attempt that failed.
   *
   * @param attempt from 1
   * @param code the store's code, such as {@code OC000}; or the cause if the store gave none
   * @param backoffMillis how long the worker waited then; 0 if it did not try again
   */
  public record AttemptLine(int attempt, long atMillis, String code, long backoffMillis) {}
}
