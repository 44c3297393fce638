package io.quantedge.telemetry.application;

import org.jspecify.annotations.Nullable;

/**
 * What one source says about a slot.
 *
 * @param source who was asked
 * @param why what is missing, in a sentence; null if nothing is
 * @param body null unless known; it is written as JSON as it is
 */
public record StoryPart(Status status, String source, @Nullable String why, @Nullable Object body) {

  /** Whether there is something to tell. */
  public enum Status {
    /** The body has it. */
    KNOWN,
    /** There is nothing, or nothing yet; the source was asked and said so. */
    ABSENT,
    /** The source could not be asked. */
    UNAVAILABLE
  }

  public static StoryPart known(String source, Object body) {
    return new StoryPart(Status.KNOWN, source, null, body);
  }

  /**
   * @param why in which way the body is not everything
   */
  public static StoryPart incomplete(String source, Object body, String why) {
    return new StoryPart(Status.KNOWN, source, why, body);
  }

  public static StoryPart absent(String source, String why) {
    return new StoryPart(Status.ABSENT, source, why, null);
  }

  public static StoryPart unavailable(String source, String why) {
    return new StoryPart(Status.UNAVAILABLE, source, why, null);
  }

  /** The chapters of a story. */
  public enum Name {
    /** Its bids, counted. */
    TRAFFIC,
    /** Its rules. */
    DEFINITION,
    /** Who won, why, and at what price. */
    EXPLANATION,
    /** Its bids, one by one. */
    BIDS,
    /** How it was settled. */
    SETTLEMENT,
    /** Its states over time. */
    HISTORY,
    /** Its entries in the ledger. */
    LEDGER,
    /** The contention over it. */
    CONFLICTS
  }
}
