package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.Offer;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

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
   * Tells the receipt, once there is one, or as what the append failed. The shared future is handed
   * to nobody: who no longer waits must not take the answer from all others.
   */
  void whenDone(BiConsumer<? super @Nullable Receipt, ? super @Nullable Throwable> told) {
    var unused = receipt.whenComplete(told);
  }

  void taken(Receipt given) {
    receipt.complete(given);
  }

  void failed(Throwable cause) {
    receipt.completeExceptionally(cause);
  }
}
