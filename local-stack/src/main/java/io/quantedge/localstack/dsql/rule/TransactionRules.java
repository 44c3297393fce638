package io.quantedge.localstack.dsql.rule;

import java.time.Duration;
import java.util.Optional;

/**
 * The limits of one SQL transaction: how much it may write, how old it may get, and that a change
 * of the schema stands alone. One instance for each transaction; not thread-safe.
 */
public final class TransactionRules {
  /** Rows that one transaction may write. */
  public static final long MAXIMUM_ROWS = 3_000;

  /** Bytes that one transaction may write. */
  public static final long MAXIMUM_BYTES = 10L * 1024 * 1024;

  /** Age at which a transaction is ended. */
  public static final Duration MAXIMUM_AGE = Duration.ofSeconds(300);

  private boolean ddl;
  private boolean dml;
  private long rows;
  private long bytes;

  /**
   * Asks before each statement of the transaction; an admitted one counts from then on.
   *
   * @return why it may not run in this transaction; a {@link Statement.Refused}'s own reason too
   */
  public Optional<Refusal> admit(Statement statement) {
    return switch (statement) {
      case Statement.Refused refused -> Optional.of(refused.refusal());
      case Statement.Ddl ignored -> admitDdl();
      case Statement.Write ignored -> admitDml();
      case Statement.LockingRead ignored -> admitDml();
      case Statement.Begin ignored -> Optional.empty();
      case Statement.Commit ignored -> Optional.empty();
      case Statement.Rollback ignored -> Optional.empty();
      case Statement.Read ignored -> Optional.empty();
      case Statement.Setting ignored -> Optional.empty();
      case Statement.Answered ignored -> Optional.empty();
    };
  }

  /**
   * Adds what one statement wrote; the sums of the whole transaction are what is limited.
   *
   * @param moreRows rows that it inserted, updated or deleted, 0 or more
   * @param moreBytes bytes that it wrote, 0 or more
   * @return why the transaction fails
   */
  public Optional<Refusal> written(long moreRows, long moreBytes) {
    rows += moreRows;
    bytes += moreBytes;
    if (rows > MAXIMUM_ROWS) {
      return Optional.of(Refusals.limit("transaction row limit exceeded"));
    }
    if (bytes > MAXIMUM_BYTES) {
      return Optional.of(Refusals.limit("transaction size limit 10mb exceeded"));
    }
    return Optional.empty();
  }

  /**
   * Asks whether a transaction of this age may go on.
   *
   * @param age time since it began
   * @return why it fails
   */
  public Optional<Refusal> aged(Duration age) {
    return age.compareTo(MAXIMUM_AGE) > 0
        ? Optional.of(Refusals.limit("transaction age limit of 300s exceeded"))
        : Optional.empty();
  }

  private Optional<Refusal> admitDdl() {
    if (dml) {
      return Optional.of(mixed());
    }
    if (ddl) {
      return Optional.of(Refusals.known("multiple ddl statements not supported in a transaction"));
    }
    ddl = true;
    return Optional.empty();
  }

  private Optional<Refusal> admitDml() {
    if (ddl) {
      return Optional.of(mixed());
    }
    dml = true;
    return Optional.empty();
  }

  private static Refusal mixed() {
    return Refusals.known("ddl and dml are not supported in the same transaction");
  }
}
