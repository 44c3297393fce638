package io.quantedge.settlement.config;

import io.quantedge.settlement.application.OccRunner;
import io.quantedge.settlement.application.Operations;
import io.quantedge.settlement.application.Reconcile;
import io.quantedge.settlement.application.ReconciliationStore;
import io.quantedge.settlement.application.SlotMeter;
import io.quantedge.settlement.application.SlotStore;
import io.quantedge.settlement.application.Slots;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the use cases together that look at committed truth and undo it. */
@Singleton
final class MoneyBeans {
  @Produces
  @Singleton
  Slots slots(SlotStore store, OccRunner runner, Operations operations, SlotMeter meter) {
    return new Slots(store, runner, operations, meter);
  }

  @Produces
  @Singleton
  Reconcile reconcile(ReconciliationStore store, Clock clock) {
    return new Reconcile(store, clock);
  }
}
