package io.quantedge.settlement.domain;

/** An outcome that contradicts what never changes, so that no attempt can ever settle it. */
public final class UnsettleableOutcomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnsettleableOutcomeException(String message) {
    super(message);
  }
}
