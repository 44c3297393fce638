package io.quantedge.ingest.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotDirectory;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Finds slots: in the directory, which knows the log's tail, else in the store, which knows all
 * that stands before the tail. Thread-safe.
 */
public final class Slots {
  private final SlotDirectory directory;
  private final TailProgress tail;
  private final SlotStore store;

  public Slots(SlotDirectory directory, TailProgress tail, SlotStore store) {
    this.directory = directory;
    this.tail = tail;
    this.store = store;
  }

  /**
   * Nothing if no such slot was ever opened. Fails with {@link RefusedException} if that cannot be
   * said now.
   */
  public Uni<Optional<KnownSlot>> find(SlotId slotId) {
    if (!tail.isCaughtUp()) {
      return Uni.createFrom()
          .failure(
              new RefusedException(
                  new Refusal.LogUnavailable(
                      "this node has just started and still reads the log; try again")));
    }
    Optional<KnownSlot> known = directory.find(slotId);
    return known.isPresent() ? Uni.createFrom().item(known) : ask(slotId);
  }

  /** The slot if it can be named without any I/O; who finds none asks {@link #find}. */
  Optional<KnownSlot> inMemory(SlotId slotId) {
    return tail.isCaughtUp() ? directory.find(slotId) : Optional.empty();
  }

  /** Like {@link #find}, but a slot that does not exist is refused. */
  public Uni<KnownSlot> require(SlotId slotId) {
    return find(slotId)
        .map(found ->
            found.orElseThrow(() -> new RefusedException(new Refusal.UnknownSlot(slotId))));
  }

  private Uni<Optional<KnownSlot>> ask(SlotId slotId) {
    return store
        .find(slotId)
        .invoke(found -> found.ifPresent(directory::rememberClosed))
        .onFailure()
        .transform(cause -> new RefusedException(new Refusal.StoreUnavailable(slotId)));
  }
}
