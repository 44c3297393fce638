package io.quantedge.telemetry.http;

/**
 * The caller sent something that cannot be taken; the message says what, and what would be right.
 */
final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(String message) {
    super(message);
  }
}
