package io.quantedge.telemetry.dsql;

import io.quantedge.dsql.DsqlException;
import io.quantedge.dsql.DsqlFailure.Conflict;
import io.quantedge.dsql.DsqlFailure.Permanent;
import io.quantedge.dsql.DsqlFailure.TooLarge;
import io.quantedge.dsql.DsqlFailure.Unavailable;
import io.quantedge.dsql.DsqlFailure.UnknownOutcome;
import io.quantedge.telemetry.application.SimulationRunStore.StoreUnavailable;
import io.quantedge.telemetry.application.incident.IncidentStore.WrittenMeanwhile;

/** Says in the words of the use cases what a failure of the connector means. */
final class StoreFailures {
  private StoreFailures() {}

  /** Of a read, which can only be out of reach. */
  static Throwable ofRead(Throwable thrown) {
    return ownMistake(thrown) ? thrown : new StoreUnavailable(thrown);
  }

  /** Of a write that races with others. */
  static Throwable ofWrite(Throwable thrown) {
    if (ownMistake(thrown)) {
      return thrown;
    }
    return switch (DsqlException.failureOf(thrown)) {
      case Conflict _, UnknownOutcome _ -> new WrittenMeanwhile(thrown);
      case Unavailable _, TooLarge _, Permanent _ -> new StoreUnavailable(thrown);
    };
  }

  /** A history that cannot be read as one is no outage, and asking again would not help. */
  private static boolean ownMistake(Throwable thrown) {
    return thrown instanceof IllegalStateException
        || thrown.getCause() instanceof IllegalStateException;
  }
}
