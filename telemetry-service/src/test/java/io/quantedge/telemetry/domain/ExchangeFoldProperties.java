package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangeFoldProperties {
  static List<Long> seeds() {
    return new Random(20260301).longs(60).boxed().toList();
  }

  private static List<Object> events(List<SlotStory> stories) {
    return stories.stream().flatMap(story -> story.events().stream()).toList();
  }

  private static List<SlotStory> stories(long seed) {
    return new RandomExchange(seed, Folding.START).slots(25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void repeatsAndAnyOrderChangeNothing(long seed) {
    List<Object> events = events(stories(seed));

    ExchangeFold inOrder = Folding.fold(events, Folding.AMPLE);
    ExchangeFold shuffled = Folding.fold(Folding.shuffledWithRepeats(events, seed), Folding.AMPLE);

    assertThat(shuffled.totals()).as("seed %d", seed).isEqualTo(inOrder.totals());
    assertThat(Folding.overview(shuffled)).as("seed %d", seed).isEqualTo(Folding.overview(inOrder));
    assertThat(Folding.conflicts(shuffled))
        .as("seed %d", seed)
        .isEqualTo(Folding.conflicts(inOrder));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRepeatIsNoChange(long seed) {
    List<Object> events = events(stories(seed));
    ExchangeFold fold = Folding.fold(events, Folding.AMPLE);
    long version = fold.version();

    assertThat(events).as("seed %d", seed).noneMatch(event -> Folding.apply(fold, event));
    assertThat(fold.version()).as("seed %d", seed).isEqualTo(version);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void totalsEqualTheSumOfEachSlotsLastReport(long seed) {
    List<SlotStory> stories = stories(seed);
    Totals totals = Folding.fold(events(stories), Folding.AMPLE).totals();

    List<TrafficStats> last = stories.stream().map(story -> story.traffic().getLast()).toList();
    assertThat(totals.bids().received())
        .as("seed %d", seed)
        .isEqualTo(last.stream().mapToLong(stats -> stats.total().received()).sum());
    assertThat(totals.bidsByRegion().values().stream().mapToLong(bids -> bids.counted()).sum())
        .as("seed %d", seed)
        .isEqualTo(totals.bids().counted());
    assertThat(totals.late())
        .as("seed %d", seed)
        .isEqualTo(last.stream().mapToLong(TrafficStats::late).sum());
    assertThat(totals.waiting())
        .as("seed %d", seed)
        .isEqualTo(stories.stream().filter(story -> story.settlement().isEmpty()).count());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void moneyIsSummedExactly(long seed) {
    List<SlotStory> stories = stories(seed);
    Overview overview = Folding.overview(Folding.fold(events(stories), Folding.AMPLE));

    BigDecimal price =
        stories.stream()
            .flatMap(story -> story.settlement().stream())
            .filter(SettlementEvent.Settled.class::isInstance)
            .map(event -> ((SettlementEvent.Settled) event).price().toDecimal())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Overview.CurrencySum none = new Overview.CurrencySum(0, "0", "0", "0");
    Overview.CurrencySum usd = overview.money().byCurrency().getOrDefault("USD", none);
    assertThat(usd.price()).as("seed %d", seed).isEqualTo(price.toPlainString());
    assertThat(new BigDecimal(usd.fee()).add(new BigDecimal(usd.net())))
        .as("seed %d", seed)
        .isEqualTo(price);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsRetiredStaysInTheTotalsAndIsNotCountedAgain(long seed) {
    Random random = new Random(seed);
    List<Object> events = new ArrayList<>();
    List<Object> withRepeats = new ArrayList<>();
    for (Object event : events(stories(seed))) {
      events.add(event);
      withRepeats.add(event);
      withRepeats.add(events.get(random.nextInt(events.size())));
    }

    ExchangeFold ample = Folding.fold(events, Folding.AMPLE);
    // Operations that never end are the only ones that could be cut short: there is room for them.
    ExchangeFold tight = Folding.fold(withRepeats, new Limits(3, 12, 1_000, 10_000));

    assertThat(tight.totals()).as("seed %d", seed).isEqualTo(ample.totals());
    Overview.Coverage coverage = Folding.overview(tight).coverage();
    assertThat(coverage.exact()).as("seed %d", seed).isTrue();
    assertThat(coverage.slotsRetired()).as("seed %d", seed).isEqualTo(22);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void latenciesAreKnownOnceForEachSlotWhateverTheOrder(long seed) {
    List<SlotStory> stories = stories(seed);

    ExchangeFold fold =
        Folding.fold(Folding.shuffledWithRepeats(events(stories), seed), Folding.AMPLE);
    List<Latency> latencies = fold.takeLatencies();

    long settled = stories.stream().filter(story -> story.settlement().isPresent()).count();
    assertThat(latencies)
        .as("seed %d", seed)
        .hasSize((int) (stories.size() + 2 * settled))
        .noneMatch(latency -> latency.duration().isNegative());
    Overview.Latency latency = Folding.overview(fold).latency();
    assertThat(latency.closeToOutcome().p50Millis()).as("seed %d", seed).isEqualTo(7);
    assertThat(latency.closeToOutcome().evidence().sampleSize())
        .as("seed %d", seed)
        .isEqualTo(stories.size());
    assertThat(latency.outcomeToSettled().evidence().sampleSize())
        .as("seed %d", seed)
        .isEqualTo(settled);
    assertThat(fold.takeLatencies()).as("seed %d", seed).isEmpty();
  }
}
