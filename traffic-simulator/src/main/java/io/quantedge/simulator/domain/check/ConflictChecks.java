package io.quantedge.simulator.domain.check;

import io.quantedge.simulator.domain.evidence.ConflictFigures;

/** Conflicts on the truth store: counted truly, and all of them resolved. */
public final class ConflictChecks {
  private ConflictChecks() {}

  /**
   * @param events the fold over all conflict events
   * @param telemetry what telemetry says
   */
  public static Check telemetryAgrees(ConflictFigures events, ConflictFigures telemetry) {
    boolean agree = events.equals(telemetry);
    return new Check(
        "telemetry's conflicts equal the events'",
        agree ? brief(events) : events.toString(),
        agree ? brief(telemetry) : telemetry.toString(),
        agree);
  }

  /** For a run whose settlement workers contend on purpose. */
  public static Check contendedAndResolved(ConflictFigures ofRun) {
    boolean allResolved = ofRun.resolved() == ofRun.conflicts() && ofRun.exhausted() == 0;
    String actual =
        allResolved
            ? "%d, all resolved".formatted(ofRun.conflicts())
            : "%d, %d resolved, %d exhausted"
                .formatted(ofRun.conflicts(), ofRun.resolved(), ofRun.exhausted());
    return new Check(
        "conflicts happened, and all were resolved",
        "above 0, all resolved",
        actual,
        ofRun.conflicts() > 0 && allResolved);
  }

  /** For a run that does not ask for contention. */
  public static Check noneGivenUp(ConflictFigures ofRun) {
    return new Check(
        "no conflict was given up",
        "0 exhausted",
        ofRun.exhausted() + " exhausted",
        ofRun.exhausted() == 0);
  }

  private static String brief(ConflictFigures figures) {
    return "%d, %d retries".formatted(figures.conflicts(), figures.retries());
  }
}
