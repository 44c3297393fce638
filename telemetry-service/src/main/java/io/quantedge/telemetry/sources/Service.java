package io.quantedge.telemetry.sources;

/** The services that telemetry asks. */
enum Service {
  INGEST("ingest-service"),
  EVALUATOR("evaluator-service"),
  SETTLEMENT("settlement-service");

  private final String title;

  Service(String title) {
    this.title = title;
  }

  /** What people call it. */
  String title() {
    return title;
  }
}
