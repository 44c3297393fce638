package io.quantedge.dsql;

import io.quantedge.dsql.DsqlFailure.Permanent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a {@link DsqlFailure} through a {@code Uni}. Thread-safe. */
public final class DsqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DsqlFailure failure;

  /**
   * @param cause what the client threw, if it threw
   */
  public DsqlException(DsqlFailure failure, @Nullable Throwable cause) {
    super(failure.detail(), cause);
    this.failure = failure;
  }

  public DsqlFailure failure() {
    return failure;
  }

  /** What any failure of a {@code Uni} means; what this library did not throw is permanent. */
  public static DsqlFailure failureOf(Throwable thrown) {
    return thrown instanceof DsqlException known
        ? known.failure()
        : new Permanent(Optional.empty(), Optional.empty(), String.valueOf(thrown));
  }
}
