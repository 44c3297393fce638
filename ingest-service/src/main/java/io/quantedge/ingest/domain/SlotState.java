package io.quantedge.ingest.domain;

/** How far a slot is, as far as the store knows. */
public enum SlotState {
  /** No close marker is known. */
  OPEN,
  /** A close marker stands in the log, and the outcome is not known yet. */
  CLOSED,
  /** It has a winner. */
  AWARDED,
  /** Nobody bid for it as its publisher asks. */
  UNSOLD
}
