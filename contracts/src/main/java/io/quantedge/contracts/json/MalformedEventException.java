package io.quantedge.contracts.json;

import org.jspecify.annotations.Nullable;

/** A record's value is not the event that its topic promises. Checked: every reader must decide. */
public final class MalformedEventException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
