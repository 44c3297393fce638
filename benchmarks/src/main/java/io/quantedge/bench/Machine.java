package io.quantedge.bench;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Where and when something was measured: a figure without that means little. */
public final class Machine {
  private Machine() {}

  /** One line: date, processors, system and Java. */
  public static String describe(Clock clock) {
    return "%s, %d processors, %s %s, Java %s"
        .formatted(
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version().feature());
  }
}
