package io.quantedge.localstack.part;

/** A part did not start or did not stay; the message is for people and holds the end of its log. */
public final class PartFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the failure with its whole explanation. */
  public PartFailedException(String message) {
    super(message);
  }
}
