package io.quantedge.localstack.stack;

/** A stack cannot start or cannot go on; the message is written for the person at the terminal. */
public final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, so that a program can tell the cases apart. */
  public enum Reason {
    /** Another stack uses the same folder. */
    ALREADY_RUNNING,
    /** A port is taken. */
    PORT_TAKEN,
    /** The folder cannot be written, or is full. */
    FOLDER_UNUSABLE,
    /** A part did not become ready or did not stay. */
    PART_FAILED,
    /** The stack was closed meanwhile. */
    CLOSED
  }

  private final Reason reason;

  StackException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Which case it is. */
  public Reason reason() {
    return reason;
  }
}
