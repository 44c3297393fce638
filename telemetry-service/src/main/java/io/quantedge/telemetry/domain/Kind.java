package io.quantedge.telemetry.domain;

/** Where a figure comes from. Every figure says so, because none is invented. */
public enum Kind {
  /** Counted from what a part of the exchange reported. */
  MEASURED,
  /** Calculated from measured figures, or from these and what is configured. */
  DERIVED,
  /** Counted in a run of the simulator, whose bids nobody else made. */
  SIMULATED
}
