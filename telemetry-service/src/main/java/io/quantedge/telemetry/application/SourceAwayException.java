package io.quantedge.telemetry.application;

/**
 * Another service could not be asked, or its answer is of no use. The message is a sentence for
 * people.
 */
public final class SourceAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What was wrong. */
  public enum Reason {
    /** It does not answer, or not in time; it may later. */
    SILENT,
    /** As many questions as may be are under way; it can be asked again at once. */
    BUSY,
    /** It answers something that cannot be passed on; asking again would not help. */
    BAD_ANSWER
  }

  public SourceAwayException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** A sentence for people. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
