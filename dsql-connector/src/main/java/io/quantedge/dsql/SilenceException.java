package io.quantedge.dsql;

import java.time.Duration;

/** The server owed an answer and gave none in time. */
final class SilenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SilenceException(String to, Duration within) {
    super("no answer to " + to + " within " + within.toMillis() + " ms", null, false, false);
  }
}
