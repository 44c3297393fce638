package io.quantedge.settlement.application;

import org.jspecify.annotations.Nullable;

/** Carries a classified {@link StoreFailure} through a {@code Uni}. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient StoreFailure failure;

  public StoreException(StoreFailure failure, @Nullable Throwable cause) {
    super(failure.detail(), cause);
    this.failure = failure;
  }

  /** What happened; whatever is not classified by the store's adapter is permanent. */
  public static StoreFailure failureOf(Throwable failure) {
    return failure instanceof StoreException known
        ? known.failure
        : new StoreFailure.Permanent(String.valueOf(failure));
  }
}
