package io.quantedge.settlement.application;

import io.quantedge.contracts.settlement.SettlementEvent;
import io.smallrye.mutiny.Uni;

/** Where the rest of the exchange learns of committed settlements. */
public interface SettlementAnnouncer {
  /** Completes on acknowledgement and never fails: it tries until it succeeds. */
  Uni<Void> announce(SettlementEvent event);
}
