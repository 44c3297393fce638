package io.quantedge.settlement.application.proof;

/** A proof that was not run, or has no result. */
public final class ProofException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why there is no result. */
  public enum Reason {
    /** A parameter is out of its range. */
    OUT_OF_RANGE,
    /** Nobody switched it on here. */
    UNAVAILABLE,
    /** Another one runs. */
    RUNNING,
    /** It began and could not be ended: nothing is proved, either way. */
    FAILED
  }

  public ProofException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
