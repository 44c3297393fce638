package io.quantedge.dsql;

import java.util.Optional;

/** What a failure means, and so what the caller may do about it. Immutable. */
public sealed interface DsqlFailure {
  /** What the server or the client said, for people; never a password or a token. */
  String detail();

  /** The SQLSTATE that the server answered, if it answered. */
  Optional<String> sqlState();

  /** The server's own code, such as {@code OC000}, if it gave one. */
  Optional<String> code();

  /** Somebody else committed first: start again from the reads. */
  record Conflict(Optional<String> sqlState, Optional<String> code, String detail)
      implements DsqlFailure {}

  /** COMMIT was sent, and no answer came: only reading back can tell what became of it. */
  record UnknownOutcome(Optional<String> sqlState, Optional<String> code, String detail)
      implements DsqlFailure {}

  /** Out of reach, or too slow, before COMMIT was sent: nothing is committed. */
  record Unavailable(Optional<String> sqlState, Optional<String> code, String detail)
      implements DsqlFailure {}

  /** More rows, bytes or time than one SQL transaction may have: split the work. */
  record TooLarge(Optional<String> sqlState, Optional<String> code, String detail)
      implements DsqlFailure {}

  /** Another attempt would fail in the same way. */
  record Permanent(Optional<String> sqlState, Optional<String> code, String detail)
      implements DsqlFailure {}
}
