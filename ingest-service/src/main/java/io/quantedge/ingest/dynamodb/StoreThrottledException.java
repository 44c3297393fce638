package io.quantedge.ingest.dynamodb;

/** The store takes less than it is given, for longer than a round waits. Nothing is lost by it. */
final class StoreThrottledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreThrottledException(String message) {
    super(message);
  }
}
