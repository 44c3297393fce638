package io.quantedge.evaluator.application;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.TrafficStats;
import java.util.concurrent.CompletionStage;

/**
 * Where an evaluator says what it found. Each send completes when it is durable, or fails; it never
 * throws, and it returns within a bounded time even if nobody listens. Every message may be sent
 * twice, by one evaluator or by two, and means the same.
 */
public interface Outbound {
  /** Appends a close marker to the slot's own partition of the auction log. */
  CompletionStage<?> appendMarker(int partition, CloseMarked marker);

  /** The first offset of a partition of the auction log that is not written, as of the answer. */
  CompletionStage<Long> logEnd(int partition);

  /** Hands an outcome on to settlement. */
  CompletionStage<?> announce(AuctionOutcome outcome);

  /** Keeps what is known of a slot for the next owner of its partition. */
  CompletionStage<?> remember(int partition, SlotState state);

  /** Takes back what was kept under a key. */
  CompletionStage<?> erase(int partition, String key);

  /** Tells a slot's traffic so far. */
  CompletionStage<?> publish(TrafficStats stats);
}
