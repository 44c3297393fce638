package io.quantedge.telemetry.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;

/** Work that recurs: the one way in which this service looks at something again and again. */
public final class Ticks {
  private Ticks() {}

  /**
   * Begins at once. A tick that nobody can take is dropped and not made up for.
   *
   * @param action must not throw, or it is not called again
   * @return ends it; an action under way is not interrupted
   */
  public static Cancellable every(Duration interval, Runnable action) {
    return Multi.createFrom()
        .ticks()
        .every(interval)
        .onOverflow()
        .drop()
        .subscribe()
        .with(_ -> action.run());
  }
}
