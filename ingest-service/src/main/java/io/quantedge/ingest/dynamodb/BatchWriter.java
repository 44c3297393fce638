package io.quantedge.ingest.dynamodb;

import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.WritePacer;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Sends writes in batches until nothing of them is left. The store may take a part of a batch and
 * hand the rest back, with status 200: whoever does not look loses items.
 *
 * <p>Each partition key has a lane of its own and is written no faster than the {@link WritePacer}
 * allows, repeats included. A batch is made of what may be sent now, one item from each lane in
 * turn, so a key that has to wait holds nobody else up. Thread-safe.
 */
final class BatchWriter {
  /** The most that BatchWriteItem takes. */
  static final int MAX_ITEMS = 25;

  /** One call of the store. */
  @FunctionalInterface
  interface Sender {
    /**
     * @return what the store did not take
     */
    Uni<List<WriteRequest>> send(List<WriteRequest> requests);
  }

  /**
   * How hard the store is worked.
   *
   * @param parallelBatches how many batches are under way at once; above zero
   * @param maxAttempts after so many an item fails, and all that was asked for with it; above zero
   */
  record Limits(int parallelBatches, int maxAttempts, FullJitter backoff) {}

  private final Sender sender;
  private final Limits limits;
  private final WriteLanes lanes;
  private final WriteTimer timer;
  private final StoreMetrics metrics;
  private int underWay;
  private long wakeAtNanos = Long.MAX_VALUE;

  BatchWriter(
      Sender sender, Limits limits, WritePacer pacer, WriteTimer timer, StoreMetrics metrics) {
    this.sender = sender;
    this.limits = limits;
    this.lanes = new WriteLanes(pacer, metrics);
    this.timer = timer;
    this.metrics = metrics;
  }

  /**
   * @param requests puts, no two for the same item
   * @return completes when all of them are written; fails if one could not be, and only when none
   *     of the others is under way any more
   */
  Uni<Void> write(List<WriteRequest> requests) {
    if (requests.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .emitter(emitter -> {
          WriteOrder order = new WriteOrder(requests.size(), emitter);
          emitter.onTermination(order::abandon);
          synchronized (this) {
            requests.forEach(request -> lanes.add(new PendingWrite(request, order)));
          }
          pump();
        });
  }

  private void pump() {
    List<List<PendingWrite>> batches = new ArrayList<>();
    List<WriteOrder> dropped = new ArrayList<>();
    synchronized (this) {
      while (underWay < limits.parallelBatches()) {
        List<PendingWrite> batch = lanes.next(MAX_ITEMS, timer.nanoTime(), dropped);
        if (batch.isEmpty()) {
          wakeWhenALaneIsReady();
          break;
        }
        underWay++;
        batches.add(batch);
      }
    }
    dropped.forEach(WriteOrder::oneDone);
    batches.forEach(this::send);
  }

  private void wakeWhenALaneIsReady() {
    long nextNanos = lanes.nextReadyNanos();
    if (nextNanos < wakeAtNanos) {
      wakeAtNanos = nextNanos;
      long waitNanos = Math.max(1, nextNanos - timer.nanoTime());
      timer.after(Duration.ofNanos(waitNanos), () -> wake(nextNanos));
    }
  }

  private void wake(long atNanos) {
    synchronized (this) {
      if (wakeAtNanos == atNanos) {
        wakeAtNanos = Long.MAX_VALUE;
      }
    }
    pump();
  }

  private void send(List<PendingWrite> batch) {
    metrics.batchSent();
    List<WriteRequest> requests = batch.stream().map(PendingWrite::request).toList();
    sender
        .send(requests)
        .onFailure(BatchWriter::isThrottling)
        .recoverWithItem(requests)
        .subscribe()
        .with(left -> answered(batch, left), failure -> failed(batch, failure));
  }

  private void answered(List<PendingWrite> batch, List<WriteRequest> left) {
    Set<ItemKey> leftKeys = new HashSet<>();
    left.forEach(request -> leftKeys.add(ItemKey.of(request)));
    List<PendingWrite> again = new ArrayList<>();
    for (PendingWrite write : batch) {
      if (!leftKeys.contains(write.key())) {
        write.order().oneDone();
      } else if (write.failedAttempt() < limits.maxAttempts()) {
        again.add(write);
      } else {
        write.order().fail(stillUnprocessed(left.size()));
        write.order().oneDone();
      }
    }
    metrics.itemsRetried(again.size());
    finish(again);
  }

  private void failed(List<PendingWrite> batch, Throwable failure) {
    for (PendingWrite write : batch) {
      write.order().fail(failure);
      write.order().oneDone();
    }
    finish(List.of());
  }

  private void finish(Collection<PendingWrite> again) {
    synchronized (this) {
      underWay--;
      long nowNanos = timer.nanoTime();
      for (PendingWrite write : again) {
        Duration wait = limits.backoff().delay(write.attempts() - 1);
        lanes.addAgain(write, nowNanos + wait.toNanos());
      }
    }
    pump();
  }

  private StoreThrottledException stillUnprocessed(int items) {
    return new StoreThrottledException(
        items + " items still unprocessed after " + limits.maxAttempts() + " attempts");
  }

  private static boolean isThrottling(Throwable failure) {
    return failure instanceof AwsServiceException service && service.isThrottlingException();
  }
}
