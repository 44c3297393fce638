package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import java.util.Optional;

/** Why an attempt on the truth store failed, and so what may be done about it. */
public sealed interface StoreFailure {
  /** What the store or the client said, for people. */
  String detail();

  /** A failure that another attempt, made afresh from its reads, may overcome. */
  sealed interface Passing extends StoreFailure {
    /** How conflict telemetry names it. */
    ConflictEvent.Cause cause();

    /** The SQLSTATE that the store answered, if it answered. */
    Optional<String> sqlState();

    /** The store's own code, such as {@code OC000}, if it gave one. */
    Optional<String> code();
  }

  /** Somebody else committed first. */
  record Conflict(Optional<String> sqlState, Optional<String> code, String detail)
      implements Passing {
    @Override
    public ConflictEvent.Cause cause() {
      return ConflictEvent.Cause.CONFLICT;
    }
  }

  /** COMMIT was sent, and no answer came: only reading back can tell. */
  record UnknownOutcome(Optional<String> sqlState, Optional<String> code, String detail)
      implements Passing {
    @Override
    public ConflictEvent.Cause cause() {
      return ConflictEvent.Cause.UNKNOWN_OUTCOME;
    }
  }

  /** The store was out of reach, or too slow, before COMMIT was sent: nothing is committed. */
  record Unavailable(Optional<String> sqlState, Optional<String> code, String detail)
      implements Passing {
    @Override
    public ConflictEvent.Cause cause() {
      return ConflictEvent.Cause.UNAVAILABLE;
    }
  }

  /** A failure that the same attempt would meet again. */
  sealed interface Lasting extends StoreFailure {}

  /** More rows, bytes or time than one SQL transaction may take: less at a time may fit. */
  record TooLarge(String detail) implements Lasting {}

  /** Another attempt would fail in the same way. */
  record Permanent(String detail) implements Lasting {}
}
