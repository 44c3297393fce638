package io.quantedge.telemetry.application;

/** Within which bounds traffic may be asked for. */
public record TrafficLimits(
    Range bidsPerSecond, Range slots, Range contentionPercent, Range seconds) {

  /**
   * From the least to the most, both included.
   *
   * @param proposed what is taken if nothing is said
   */
  public record Range(int min, int max, int proposed) {
    static Range upTo(int max, int proposed) {
      return new Range(1, max, Math.min(max, proposed));
    }

    /**
     * @throws IllegalArgumentException with the name, the bounds and the value
     */
    void check(String name, int value) {
      if (value < min || value > max) {
        throw new IllegalArgumentException(
            "%s must be %d to %d; it was %d".formatted(name, min, max, value));
      }
    }
  }

  /** With what is proposed, as far as it is allowed. */
  public static TrafficLimits of(int maxBidsPerSecond, int maxSlots, int maxSeconds) {
    return new TrafficLimits(
        Range.upTo(maxBidsPerSecond, 200),
        Range.upTo(maxSlots, 20),
        new Range(0, 100, 20),
        Range.upTo(maxSeconds, 60));
  }

  /**
   * @throws IllegalArgumentException if it asks for too much or too little
   */
  public void check(TrafficRequest request) {
    bidsPerSecond.check("bidsPerSecond", request.bidsPerSecond());
    slots.check("slots", request.slots());
    contentionPercent.check("contentionPercent", request.contentionPercent());
    seconds.check("seconds", request.seconds());
  }
}
