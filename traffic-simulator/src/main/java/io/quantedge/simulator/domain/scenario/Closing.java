package io.quantedge.simulator.domain.scenario;

/** How an auction is brought to its end. */
public enum Closing {
  /** By request, after the slot's bids have been answered. */
  AFTER_BIDS,
  /** By request, while its bids are still being sent: some of them come too late. */
  AMID_BIDS,
  /** By the clock: its {@code closesAt} passes. */
  BY_TIMER
}
