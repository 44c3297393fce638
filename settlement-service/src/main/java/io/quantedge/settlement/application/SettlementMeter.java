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

  /** An outcome begins to wait for its settlement. */
  void waiting(SlotId slotId, Instant closedAt);

  /** An outcome is settled and announced, or isolated. */
  void done(SlotId slotId);

  /** This process committed a slot. */
  void settled(SettlementEvent event);

  /** A record went to the dead letters. */
  void deadLetter();
}
