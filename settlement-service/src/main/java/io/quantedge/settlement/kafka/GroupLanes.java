package io.quantedge.settlement.kafka;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Works on a stream in a fixed number of lanes, chosen by key, and in each lane on everything that
 * waits there as one group: what arrives while a group is in work makes the next one, so groups
 * grow with the load and nothing is ever held back to fill one. What has the same key is done in
 * order. It asks its source for no more than it may hold, and so pauses it. Thread-safe.
 *
 * @param <T> an item of the stream
 */
final class GroupLanes<T> implements Flow.Subscriber<T> {
  private final List<Lane> lanes;
  private final int inFlight;
  private final Work<T> work;
  private final Consumer<Throwable> stopped;
  private volatile Flow.Subscription source = new NoSubscription();

  /**
   * What is done with the items.
   *
   * @param hash of the item's key: items with the same hash share a lane
   * @param groupSize how many of the waiting items, one or more, make the next group
   * @param work on a group. It completes when the lane may take the next one, with what is left to
   *     do for this one; the items count as held until that is done. Neither may fail: a failure
   *     ends everything
   */
  record Work<T>(
      ToIntFunction<T> hash,
      ToIntFunction<Collection<T>> groupSize,
      Function<List<T>, Uni<Uni<Void>>> work) {}

  /**
   * @param count how many lanes, 1 or more
   * @param inFlight how many items are held at most, 1 or more
   * @param stopped called once if the stream or the work fails
   */
  GroupLanes(int count, int inFlight, Work<T> work, Consumer<Throwable> stopped) {
    this.lanes = IntStream.range(0, count).mapToObj(i -> new Lane()).toList();
    this.inFlight = inFlight;
    this.work = work;
    this.stopped = stopped;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    subscription.request(inFlight);
  }

  @Override
  public void onNext(T item) {
    lanes.get(Math.floorMod(work.hash().applyAsInt(item), lanes.size())).add(item);
  }

  @Override
  public void onError(Throwable failure) {
    stopped.accept(failure);
  }

  @Override
  public void onComplete() {
    // What is in work goes on to its end; nothing more comes.
  }

  private void failed(Throwable failure) {
    source.cancel();
    stopped.accept(failure);
  }

  /** A queue of which one group at a time is in work. */
  private final class Lane {
    private final Deque<T> waiting = new ArrayDeque<>();
    private boolean busy;

    void add(T item) {
      synchronized (this) {
        waiting.add(item);
        if (busy) {
          return;
        }
        busy = true;
      }
      next();
    }

    private void next() {
      List<T> group = take();
      if (group.isEmpty()) {
        return;
      }
      work.work()
          .apply(group)
          .subscribe()
          .with(
              rest -> {
                rest.subscribe()
                    .with(ignored -> source.request(group.size()), GroupLanes.this::failed);
                next();
              },
              GroupLanes.this::failed);
    }

    private synchronized List<T> take() {
      if (waiting.isEmpty()) {
        busy = false;
        return List.of();
      }
      int size = work.groupSize().applyAsInt(waiting);
      List<T> group = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        group.add(waiting.remove());
      }
      return group;
    }
  }

  /** Before the stream begins. */
  private static final class NoSubscription implements Flow.Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
