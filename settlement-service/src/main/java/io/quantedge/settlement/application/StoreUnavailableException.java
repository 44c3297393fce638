package io.quantedge.settlement.application;

/** A request could not be served because the truth store did not take it in time. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message) {
    super(message);
  }
}
