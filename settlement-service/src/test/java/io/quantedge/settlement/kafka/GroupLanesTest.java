package io.quantedge.settlement.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.settlement.kafka.GroupLanes.Work;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupLanesTest {
  private static final int LANES = 6;

  private final AtomicReference<Throwable> stopped = new AtomicReference<>();

  private record Item(int key, int number) {}

  @Test
  void whatHasOneKeyIsDoneInOrderAndOneGroupOfALaneAtATime() {
    SplittableRandom random = new SplittableRandom(11);
    List<Item> items =
        IntStream.range(0, 1_000).mapToObj(n -> new Item(random.nextInt(40), n)).toList();
    Map<Integer, List<Integer>> done = new ConcurrentHashMap<>();
    AtomicInteger count = new AtomicInteger();
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    run(
        items,
        100,
        group ->
            later()
                .onSubscription()
                .invoke(() -> most.accumulateAndGet(running.incrementAndGet(), Math::max))
                .invoke(() -> {
                  running.decrementAndGet();
                  group.forEach(item ->
                      done.computeIfAbsent(item.key(), key -> new CopyOnWriteArrayList<>())
                          .add(item.number()));
                  count.addAndGet(group.size());
                }));

    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(count).hasValue(1_000));
    assertThat(done.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
    assertThat(most.get()).isBetween(2, LANES);
  }

  @Test
  void whatArrivesWhileAGroupIsInWorkMakesTheNextOne() {
    List<Item> items = IntStream.range(0, 50).mapToObj(n -> new Item(1, n)).toList();
    List<Integer> sizes = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> first = new CompletableFuture<>();

    run(
        items,
        100,
        group -> {
          sizes.add(group.size());
          return sizes.size() == 1
              ? Uni.createFrom().completionStage(first)
              : Uni.createFrom().voidItem();
        });
    first.complete(null);

    await().untilAsserted(() -> assertThat(sizes).containsExactly(1, 32, 17));
  }

  @Test
  void itHoldsNoMoreThanItMay() {
    AtomicInteger taken = new AtomicInteger();
    List<Item> items = IntStream.range(0, 500).mapToObj(n -> new Item(n, n)).toList();
    CompletableFuture<Void> release = new CompletableFuture<>();

    lanes(20, group -> Uni.createFrom().completionStage(release))
        .onSubscribeTo(Multi.createFrom().iterable(items).onItem().invoke(taken::incrementAndGet));

    assertThat(taken).hasValue(20);
    release.complete(null);
    await().untilAsserted(() -> assertThat(taken).hasValue(500));
  }

  @Test
  void theNextGroupBeginsWhileTheRestOfTheOneBeforeIsOnItsWayAndBothCountAsHeld() {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger groups = new AtomicInteger();
    CompletableFuture<Void> rest = new CompletableFuture<>();
    List<Item> items = IntStream.range(0, 50).mapToObj(n -> new Item(1, n)).toList();
    GroupLanes<Item> lanes =
        new GroupLanes<>(
            LANES,
            20,
            new Work<>(
                Item::key,
                waiting -> 1,
                group -> {
                  groups.incrementAndGet();
                  return Uni.createFrom().item(Uni.createFrom().completionStage(rest));
                }),
            stopped::set);

    Multi.createFrom()
        .iterable(items)
        .onItem()
        .invoke(taken::incrementAndGet)
        .subscribe()
        .withSubscriber(lanes);

    assertThat(groups).as("the lane went on").hasValue(20);
    assertThat(taken).as("and took no more than it may hold").hasValue(20);
    rest.complete(null);
    await().untilAsserted(() -> assertThat(groups).hasValue(50));
  }

  @Test
  void aLaneThatIsStuckDoesNotHoldTheOthers() {
    List<Item> items = IntStream.range(0, 1_200).mapToObj(n -> new Item(n % LANES, n)).toList();
    AtomicInteger done = new AtomicInteger();

    run(
        items,
        2_000,
        group ->
            group.getFirst().key() == 0
                ? Uni.createFrom().nothing()
                : later().invoke(() -> done.addAndGet(group.size())));

    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(done).hasValue(1_000));
  }

  @Test
  void workThatFailsStopsEverythingAndIsTold() {
    IllegalStateException failure = new IllegalStateException("a bug");

    run(List.of(new Item(1, 1)), 10, group -> Uni.createFrom().failure(failure));

    assertThat(stopped).hasValue(failure);
  }

  private void run(List<Item> items, int inFlight, Function<List<Item>, Uni<Void>> work) {
    lanes(inFlight, work).onSubscribeTo(Multi.createFrom().iterable(items));
  }

  private Subscribing lanes(int inFlight, Function<List<Item>, Uni<Void>> work) {
    GroupLanes<Item> lanes =
        new GroupLanes<>(
            LANES,
            inFlight,
            new Work<>(
                Item::key,
                GroupLanesTest::atMost32,
                group -> work.apply(group).map(ignored -> Uni.createFrom().voidItem())),
            stopped::set);
    return items -> items.subscribe().withSubscriber(lanes);
  }

  private static int atMost32(Collection<Item> waiting) {
    return Math.min(32, waiting.size());
  }

  private interface Subscribing {
    void onSubscribeTo(Multi<Item> items);
  }

  private static Uni<Void> later() {
    return Uni.createFrom().voidItem().emitOn(Infrastructure.getDefaultExecutor());
  }
}
