package io.quantedge.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A run could not come to a verdict: bad input, a part that cannot be reached, or slots that never
 * became final. The message is a sentence for people. A run whose checks fail is not this: it has a
 * result.
 */
public final class RunFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  public RunFailedException(String message) {
    super(message);
  }

  public RunFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
