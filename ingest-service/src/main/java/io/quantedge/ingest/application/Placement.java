package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.Offer;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/**
 * A bid that this node takes or has taken: what was said, and the answer, which all who say it
 * share. Thread-safe.
 */
public final class Placement {
  private final Offer offer;
  private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();

  public Placement(Offer offer) {
    this.offer = offer;
  }

  /** What was said when the bid's id was first used. */
  public Offer offer() {
    return offer;
  }

  /**
   * The receipt, once there is one; fails as the append failed. Who no longer waits takes it from
   * nobody else: the shared future must never see a cancellation.
   */
  Uni<Receipt> answer() {
    return Uni.createFrom()
        .emitter(emitter ->
            receipt.whenComplete((given, failure) -> {
              if (failure == null) {
                emitter.complete(given);
              } else {
                emitter.fail(failure);
              }
            }));
  }

  void taken(Receipt given) {
    receipt.complete(given);
  }

  void failed(Throwable cause) {
    receipt.completeExceptionally(cause);
  }
}
