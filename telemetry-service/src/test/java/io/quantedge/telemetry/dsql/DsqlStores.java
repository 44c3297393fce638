package io.quantedge.telemetry.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.telemetry.application.incident.IncidentStore;
import io.quantedge.telemetry.application.proof.ProofRunStore;

/** The real stores without a container, for tests. */
public final class DsqlStores {
  private DsqlStores() {}

  public static IncidentStore incidents(Dsql dsql) {
    return new DsqlIncidentStore(dsql);
  }

  public static ProofRunStore proofRuns(Dsql dsql) {
    return new DsqlProofRunStore(dsql);
  }
}
