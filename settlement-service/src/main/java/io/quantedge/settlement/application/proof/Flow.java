package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.proof.Runs.Run;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A steady flow of settlements: each worker settles slot after slot for a buyer of its own, until
 * it is stopped or has had its share. Thread-safe.
 */
final class Flow {
  /** All of them together: their rows must be taken away in SQL transactions of 3,000 rows. */
  private static final int MOST = 600;

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Money PRICE = Money.of("1.0000", Cast.CURRENCY);

  private final Cast cast;
  private final Workers workers;
  private final int size;
  private final ConcurrentLinkedQueue<Run> runs = new ConcurrentLinkedQueue<>();
  private final AtomicLong durable = new AtomicLong();
  private volatile boolean stopped;

  /**
   * @param size how many workers there are
   */
  Flow(Cast cast, Workers workers, int size) {
    this.cast = cast;
    this.workers = workers;
    this.size = size;
  }

  /** Begins; completes when every worker has ended its last settlement. */
  CompletionStage<Void> begin() {
    return Uni.join()
        .all(IntStream.range(0, size).mapToObj(this::worker).toList())
        .andFailFast()
        .replaceWithVoid()
        .subscribeAsCompletionStage();
  }

  /** What is under way is ended, and nothing is begun. */
  void stop() {
    stopped = true;
  }

  int size() {
    return size;
  }

  /** How many settlements were acknowledged so far. */
  long durable() {
    return durable.get();
  }

  Runs runs() {
    return new Runs(new ArrayList<>(runs));
  }

  private Uni<List<Void>> worker(int number) {
    return Multi.createFrom()
        .range(0, MOST / size)
        .onItem()
        .transformToUniAndConcatenate(turn -> settle(number, turn))
        .collect()
        .asList();
  }

  private Uni<Void> settle(int number, int turn) {
    return Uni.createFrom()
        .deferred(() ->
            stopped
                ? Uni.createFrom().voidItem()
                : workers
                    .settle(
                        "worker-" + (number + 1),
                        cast.sold(cast.slot(number + "-" + turn), cast.buyer(number), PRICE))
                    .invoke(this::keep)
                    .onItem()
                    .delayIt()
                    .by(PAUSE)
                    .replaceWithVoid());
  }

  private void keep(Run run) {
    runs.add(run);
    if (run.isDurable()) {
      durable.incrementAndGet();
    }
  }
}
