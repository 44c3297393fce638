package io.quantedge.settlement.application;

import java.util.OptionalLong;

/** An attempt that failed, with what the policy says about the next one. */
final class FailedAttempt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient StoreFailure failure;
  private final transient OptionalLong backoffMillis;

  FailedAttempt(StoreFailure failure, OptionalLong backoffMillis, Throwable cause) {
    super(failure.detail(), cause, false, false);
    this.failure = failure;
    this.backoffMillis = backoffMillis;
  }

  StoreFailure failure() {
    return failure;
  }

  boolean isRetried() {
    return backoffMillis.isPresent();
  }

  /** How long to wait before the next attempt; 0 if there is none. */
  long backoffMillis() {
    return backoffMillis.orElse(0);
  }
}
