package io.quantedge.ingest.domain;

/** How far a slot is, as intake sees it: only the log's close marker ends the first phase. */
public enum SlotPhase {
  /** No close marker is known. */
  OPEN,
  /** A close marker stands in the log. */
  CLOSED
}
