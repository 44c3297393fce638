package io.quantedge.cli.dlq;

/** The dead-letter topic could not be read or written; the message is for people. */
public final class DlqException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DlqException(String message, Throwable cause) {
    super(message, cause);
  }

  DlqException(String message) {
    super(message);
  }
}
