package io.quantedge.telemetry.domain.incident;

import java.util.Optional;

/** What can happen to an incident; the state machine is {@link #from}. Immutable. */
public enum IncidentEventType {
  /** Telemetry found it; only the first event is one. */
  OPENED,
  ACKNOWLEDGED,
  /** Somebody is named who shall look after it. */
  ASSIGNED,
  /** Somebody wrote something down. */
  NOTED,
  RESOLVED,
  /** It is back, or was never over. */
  REOPENED;

  /**
   * @return the state after this event happened in that state; empty if it may not happen there
   */
  public Optional<IncidentState> from(IncidentState state) {
    boolean isResolved = state == IncidentState.RESOLVED;
    return switch (this) {
      case OPENED -> Optional.empty();
      case ACKNOWLEDGED ->
          state == IncidentState.OPEN ? Optional.of(IncidentState.ACKNOWLEDGED) : Optional.empty();
      case ASSIGNED -> isResolved ? Optional.empty() : Optional.of(state);
      case NOTED -> Optional.of(state);
      case RESOLVED -> isResolved ? Optional.empty() : Optional.of(IncidentState.RESOLVED);
      case REOPENED -> isResolved ? Optional.of(IncidentState.OPEN) : Optional.empty();
    };
  }

  /**
   * @return the state after this event whatever the state was; empty if the event leaves it as it
   *     is
   */
  public Optional<IncidentState> decides() {
    return switch (this) {
      case OPENED, REOPENED -> Optional.of(IncidentState.OPEN);
      case ACKNOWLEDGED -> Optional.of(IncidentState.ACKNOWLEDGED);
      case RESOLVED -> Optional.of(IncidentState.RESOLVED);
      case ASSIGNED, NOTED -> Optional.empty();
    };
  }
}
