package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import java.time.Instant;

/** What the use cases count. Implementations are thread-safe and never throw. */
public interface SettlementMeter {
  /** An attempt on the truth store begins. */
  void attempt();

  /** An attempt failed and was classified. */
  void attemptFailed(ConflictEvent.Cause cause);

  /** An operation gave up. */
  void exhausted();

  /** A retry was not made because the process has made too many. */
  void retryBudgetEmpty();

  /** Outcomes were handed to the store as one group. */
  void group(int outcomes);

  /** An outcome contradicts what is committed for its slot: somebody is wrong. */
  void contradiction(SlotId slotId);

  /** An outcome begins to wait for its settlement. */
  void waiting(SlotId slotId, Instant closedAt);

  /** An outcome is settled and announced, or isolated. */
  void done(SlotId slotId);

  /** This process committed a slot. */
  void settled(SettlementEvent event);

  /** A record went to the dead letters. */
  void deadLetter();
}
