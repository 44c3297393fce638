package io.quantedge.evaluator.application;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.TrafficStats;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Records what is sent; the test answers. */
final class FakeOutbound implements Outbound {
  final List<Sent<CloseMarked>> markers = new ArrayList<>();
  final List<Sent<Integer>> logEnds = new ArrayList<>();
  final List<Sent<AuctionOutcome>> outcomes = new ArrayList<>();
  final List<Sent<SlotState>> states = new ArrayList<>();
  final List<Sent<String>> erased = new ArrayList<>();
  final List<Sent<TrafficStats>> stats = new ArrayList<>();
  boolean acknowledgeStats = true;

  record Sent<T>(T message, CompletableFuture<Long> answer) {
    void acknowledge() {
      answer.complete(1L);
    }

    void answer(long value) {
      answer.complete(value);
    }

    void fail() {
      answer.completeExceptionally(new IllegalStateException("the broker is away"));
    }
  }

  @Override
  public CompletionStage<?> appendMarker(int partition, CloseMarked marker) {
    return send(markers, marker);
  }

  @Override
  public CompletionStage<Long> logEnd(int partition) {
    return send(logEnds, partition);
  }

  @Override
  public CompletionStage<?> announce(AuctionOutcome outcome) {
    return send(outcomes, outcome);
  }

  @Override
  public CompletionStage<?> remember(int partition, SlotState state) {
    return send(states, state);
  }

  @Override
  public CompletionStage<?> erase(int partition, String key) {
    return send(erased, key);
  }

  @Override
  public CompletionStage<?> publish(TrafficStats told) {
    CompletionStage<?> answer = send(stats, told);
    if (acknowledgeStats) {
      stats.getLast().acknowledge();
    }
    return answer;
  }

  /** The states of one kind so far, in the order in which they were sent. */
  <T extends SlotState> List<T> statesOf(Class<T> kind) {
    return states.stream().map(Sent::message).filter(kind::isInstance).map(kind::cast).toList();
  }

  private static <T> CompletionStage<Long> send(List<Sent<T>> sent, T message) {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    sent.add(new Sent<>(message, answer));
    return answer;
  }
}
