package io.quantedge.bench;

/** What was measured is worth nothing, because the work was not done correctly. */
public final class BrokenRunException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, for people
   */
  public BrokenRunException(String message) {
    super(message);
  }
}
