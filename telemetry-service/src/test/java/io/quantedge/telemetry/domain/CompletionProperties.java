package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionProperties {
  static List<Long> seeds() {
    return new Random(20260302).longs(60).boxed().toList();
  }

  private static StoredSlot stored(SlotStory story) {
    return new StoredSlot(
        story.outcome().slot().name(),
        story
            .outcome()
            .winner()
            .map(winner ->
                new StoredSlot.Best(
                    winner.bid().region().name(),
                    winner.bid().accountId().value(),
                    winner.clearingPrice())),
        story.settlement().orElseThrow());
  }

  /** Each topic on its own has lost what came before some point of it. */
  private static List<Object> withoutTheOldest(List<Object> events, Random random) {
    List<Object> left = new ArrayList<>();
    for (Class<?> kind :
        List.of(AuctionOutcome.class, SettlementEvent.class, ConflictEvent.class)) {
      List<Object> topic = events.stream().filter(kind::isInstance).toList();
      left.addAll(topic.subList(random.nextInt(topic.size() + 1), topic.size()));
    }
    events.stream().filter(TrafficStats.class::isInstance).forEach(left::add);
    return left;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatTopicsLostIsCountedOnceWhateverTheyStillTell(long seed) {
    Random random = new Random(seed);
    List<SlotStory> stories =
        new RandomExchange(seed, Folding.START)
            .slots(25).stream().filter(story -> story.settlement().isPresent()).toList();
    List<Object> events = stories.stream().flatMap(story -> story.events().stream()).toList();
    Totals truth = Folding.fold(events, Folding.AMPLE).totals();
    Limits limits = random.nextBoolean() ? Folding.AMPLE : new Limits(5, 200, 1_000, 10_000);

    ExchangeFold fold = Folding.fold(withoutTheOldest(events, random), limits);
    for (int times = 0; times < 2; times++) {
      stories.forEach(story -> fold.complete(stored(story)));
      events.forEach(event -> {
        if (event instanceof ConflictEvent conflict) {
          fold.complete(conflict);
        }
      });
    }

    assertThat(fold.totals()).as("seed %d", seed).isEqualTo(truth);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumsStandForWhatIsOlderAndItsRepeatsCountNoMore(long seed) {
    List<SlotStory> old = settled(seed, "old-", 0);
    List<SlotStory> newer = settled(seed + 1, "new-", 86_400);
    List<Object> events = new ArrayList<>();
    old.forEach(story -> events.addAll(story.events()));
    newer.forEach(story -> events.addAll(story.events()));
    Overview truth = Folding.overview(Folding.fold(events, Folding.AMPLE));

    ExchangeFold fold =
        Folding.fold(
            newer.stream().flatMap(story -> story.events().stream()).toList(), Folding.AMPLE);
    fold.complete(sums(old));
    old.forEach(story -> {
      Folding.apply(fold, story.outcome());
      Folding.apply(fold, story.settlement().orElseThrow());
    });

    Overview overview = Folding.overview(fold);
    assertThat(overview.outcomes().awarded()).isEqualTo(truth.outcomes().awarded());
    assertThat(overview.outcomes().unsold()).isEqualTo(truth.outcomes().unsold());
    assertThat(overview.settlements().settled()).isEqualTo(truth.settlements().settled());
    assertThat(overview.settlements().waiting()).isZero();
    assertThat(overview.money().byCurrency()).isEqualTo(truth.money().byCurrency());
    assertThat(overview.winningRegions().byRegion()).isEqualTo(truth.winningRegions().byRegion());
  }

  private static List<SlotStory> settled(long seed, String prefix, long laterSeconds) {
    RandomExchange exchange = new RandomExchange(seed, Folding.START.plusSeconds(laterSeconds));
    List<SlotStory> stories = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      stories.add(exchange.slot(prefix + i));
    }
    return stories.stream().filter(story -> story.settlement().isPresent()).toList();
  }

  private static StoredSums sums(List<SlotStory> stories) {
    ExchangeFold fold = new ExchangeFold(Folding.AMPLE);
    stories.forEach(story -> fold.complete(stored(story)));
    return new StoredSums(
        Folding.START.plusSeconds(80_000),
        fold.settlements().settled(),
        fold.settlements().rejected(),
        fold.settlements().unsold(),
        fold.settlements().byCurrency(),
        fold.outcomes().winsByRegion());
  }
}
