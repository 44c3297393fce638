package io.quantedge.localstack.stack;

/** The four services, by the names of their modules and their ports without offset. */
public enum Service {
  /** Takes slots and bids. */
  INGEST("ingest-service", 8081),
  /** Decides outcomes. */
  EVALUATOR("evaluator-service", 8082),
  /** Commits settlements. */
  SETTLEMENT("settlement-service", 8083),
  /** Counts, and shows the dashboard. */
  TELEMETRY("telemetry-service", 8080);

  private final String partName;
  private final int basePort;

  Service(String partName, int basePort) {
    this.partName = partName;
    this.basePort = basePort;
  }

  /** Name of the part and of its module. */
  public String partName() {
    return partName;
  }

  /** HTTP port of a stack without offset. */
  public int basePort() {
    return basePort;
  }
}
