package io.quantedge.telemetry.domain;

/** How far a slot is, as telemetry tells it. A later one outweighs an earlier one. */
public enum SlotState {
  OPEN,
  CLOSED,
  AWARDED,
  UNSOLD,
  REJECTED,
  SETTLED
}
