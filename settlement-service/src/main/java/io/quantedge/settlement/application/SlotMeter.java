package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;

/** What is counted of slots after their settlement. Thread-safe; never throws. */
public interface SlotMeter {
  /** A request to void a sale was answered. */
  void annulled(SlotStore.Result result, Finding finding);
}
