package io.quantedge.settlement.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.SlotStore.Result;
import io.quantedge.settlement.domain.SlotHistory;
import io.quantedge.settlement.domain.SlotRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Shows decided slots, disputes and voids their sales. Thread-safe. */
public final class Slots {
  private final SlotStore store;
  private final Commands commands;
  private final SlotMeter meter;

  public Slots(SlotStore store, OccRunner runner, Operations operations, SlotMeter meter) {
    this.store = store;
    this.commands = new Commands(runner, operations);
    this.meter = meter;
  }

  public Uni<Optional<SlotHistory>> historyOf(SlotId slotId) {
    return store.historyOf(slotId);
  }

  public Uni<List<TruthStore.Posted>> postingsOf(SlotId slotId) {
    return store.postingsOf(slotId);
  }

  /** Undoes the sale of a slot; asking for the same again undoes nothing more. */
  public Uni<Attempted<Result>> annul(SlotId slotId, SlotRequest request) {
    return commands
        .run(List.of(slotId), () -> store.annul(slotId, request))
        .invoke(result -> meter.annulled(result.value(), result.finding()));
  }

  /** Puts on record that somebody contests the sale; no money moves. */
  public Uni<Attempted<Result>> dispute(SlotId slotId, SlotRequest request) {
    return commands.run(List.of(slotId), () -> store.dispute(slotId, request));
  }
}
