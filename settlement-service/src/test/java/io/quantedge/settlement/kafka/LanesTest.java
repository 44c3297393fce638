package io.quantedge.settlement.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final int LANES = 6;

  private record Item(int key, int number) {}

  @Test
  void whatHasOneKeyIsDoneInOrderAndNoMoreThanOneOfALaneAtATime() {
    SplittableRandom random = new SplittableRandom(11);
    List<Item> items =
        IntStream.range(0, 1_000).mapToObj(n -> new Item(random.nextInt(40), n)).toList();
    Map<Integer, List<Integer>> done = new ConcurrentHashMap<>();
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    new Lanes(LANES)
        .run(
            Multi.createFrom().iterable(items),
            Item::key,
            item ->
                later()
                    .onSubscription()
                    .invoke(() -> most.accumulateAndGet(running.incrementAndGet(), Math::max))
                    .invoke(() -> {
                      running.decrementAndGet();
                      done.computeIfAbsent(item.key(), key -> new CopyOnWriteArrayList<>())
                          .add(item.number());
                    }))
        .collect()
        .asList()
        .await()
        .atMost(Duration.ofSeconds(20));

    assertThat(done.values().stream().mapToInt(List::size).sum()).isEqualTo(1_000);
    assertThat(done.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
    assertThat(most.get()).isBetween(2, LANES);
  }

  @Test
  void aLaneThatIsStuckDoesNotHoldTheOthers() {
    List<Item> items = IntStream.range(0, 1_200).mapToObj(n -> new Item(n % LANES, n)).toList();
    AtomicInteger done = new AtomicInteger();

    new Lanes(LANES)
        .run(
            Multi.createFrom().iterable(items),
            Item::key,
            item ->
                item.key() == 0
                    ? Uni.createFrom().nothing()
                    : later().invoke(done::incrementAndGet))
        .subscribe()
        .with(ignored -> {});

    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(done).hasValue(1_000));
  }

  private static Uni<Void> later() {
    return Uni.createFrom().voidItem().emitOn(Infrastructure.getDefaultExecutor());
  }
}
