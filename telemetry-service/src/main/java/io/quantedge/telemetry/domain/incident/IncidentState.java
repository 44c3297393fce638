package io.quantedge.telemetry.domain.incident;

/** Where an incident stands. Immutable. */
public enum IncidentState {
  /** Nobody has said that they look after it. */
  OPEN,
  /** Somebody looks after it. */
  ACKNOWLEDGED,
  /** Somebody said that it is over. */
  RESOLVED
}
