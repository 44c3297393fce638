package io.quantedge.dsql;

/** Nothing was sent, and the reason lies in this process: no endpoint is to blame. */
final class NotTriedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotTriedException(String message) {
    super(message, null, false, false);
  }
}
