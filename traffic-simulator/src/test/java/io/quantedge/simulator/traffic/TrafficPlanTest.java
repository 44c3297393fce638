package io.quantedge.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.traffic.TrafficPlan.Auction;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficPlanTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static TrafficPlan plan(TrafficProfile profile, int rate, int slots, int contention) {
    return new TrafficPlan(
        new TrafficSpec(
            profile, rate, slots, contention, MINUTE, new TrafficSpec.Identity("r1", 7)));
  }

  private static List<PlannedBid> bids(TrafficPlan plan) {
    return LongStream.range(0, plan.total()).mapToObj(plan::bid).toList();
  }

  @ParameterizedTest
  @EnumSource
  void theSharesOfAProfileAreWhatItSaysAndSumToAHundred(TrafficProfile profile) {
    Map<String, Integer> said = profile.averageShares();
    assertThat(said.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);

    List<PlannedBid> bids = bids(plan(profile, 500, 10, 0));

    Map<String, Long> drawn =
        bids.stream().collect(Collectors.groupingBy(PlannedBid::region, Collectors.counting()));
    said.forEach((region, percent) ->
        assertThat(drawn.getOrDefault(region, 0L) * 100.0 / bids.size())
            .as("%s of %s", region, profile)
            .isBetween(percent - 1.5, percent + 1.5));
  }

  @Test
  void aBurstComesFromItsRegionAndPasses() {
    TrafficPlan plan = plan(TrafficProfile.APAC_BURST, 500, 10, 0);

    Function<Integer, Double> share =
        second ->
            LongStream.range(second * 500L, (second + 1) * 500L)
                    .filter(i -> plan.bid(i).region().equals("ap-southeast-1"))
                    .count()
                / 5.0;

    assertThat(share.apply(3)).isBetween(13.0, 27.0);
    assertThat(share.apply(15)).isBetween(60.0, 80.0);
    assertThat(share.apply(23)).isBetween(13.0, 27.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 137, 1_999})
  void asManyBidsAreDueAsTheRateSays(int rate) {
    TrafficPlan plan = plan(TrafficProfile.EVEN, rate, 3, 0);

    assertThat(plan.total()).isEqualTo(60L * rate);
    assertThat(plan.dueBids(Duration.ZERO)).isEqualTo(1);
    assertThat(plan.dueBids(Duration.ofSeconds(30))).isEqualTo(30L * rate + 1);
    assertThat(plan.dueBids(Duration.ofHours(1))).isEqualTo(60L * rate);
    assertThat(plan.due(10L * rate)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void theSameFewWinEveryContendedAuctionAndThoseCloseAtOneMoment() {
    TrafficPlan plan = plan(TrafficProfile.EVEN, 200, 10, 50);

    Map<Auction, List<Long>> byAuction =
        LongStream.range(0, plan.total()).boxed().collect(Collectors.groupingBy(plan::auctionOf));
    Map<Boolean, List<String>> winners =
        byAuction.entrySet().stream()
            .collect(
                Collectors.partitioningBy(
                    entry -> entry.getKey().lane() < 5,
                    Collectors.mapping(
                        entry ->
                            entry.getValue().stream()
                                .map(plan::bid)
                                .max(Comparator.comparingLong(PlannedBid::amountUnits))
                                .orElseThrow()
                                .accountId(),
                        Collectors.toList())));

    assertThat(winners.get(true))
        .hasSizeGreaterThan(50)
        .allMatch(account -> account.matches("traffic-r1-advertiser-0[12]"))
        .contains("traffic-r1-advertiser-01", "traffic-r1-advertiser-02");
    assertThat(winners.get(false))
        .noneMatch(account -> account.matches("traffic-r1-advertiser-0[12]"));
    assertThat(LongStream.range(0, 5).mapToObj(lane -> plan.closes(new Auction((int) lane, 3))))
        .containsOnly(Duration.ofMillis(20_500));
    assertThat(LongStream.range(5, 10).mapToObj(lane -> plan.closes(new Auction((int) lane, 3))))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyBidIsForTheAuctionWhoseTurnItIs() {
    TrafficPlan plan = plan(TrafficProfile.FOLLOW_THE_SUN, 50, 7, 30);

    LongStream.range(0, plan.total())
        .forEach(i -> {
          Auction auction = plan.auctionOf(i);
          assertThat(plan.bid(i).slotId()).isEqualTo(plan.slot(auction).slotId().value());
          assertThat(plan.due(i)).isBetween(plan.begins(auction), plan.closes(auction));
        });
  }
}
