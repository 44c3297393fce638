package io.quantedge.settlement.application;

/** An outcome that no attempt can settle; it must be isolated for people to look at. */
public final class ImpossibleOutcomeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ImpossibleOutcomeException(StoreFailure.Permanent cause) {
    super(cause.detail());
  }
}
