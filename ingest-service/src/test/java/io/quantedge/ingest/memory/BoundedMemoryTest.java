package io.quantedge.ingest.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.ingest.application.Placement;
import io.quantedge.ingest.config.IngestConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {
  @Test
  void shouldLetAnAccountSendItsBurstAndThenMakeItWait() {
    TokenBuckets buckets =
        new TokenBuckets(
            config(
                Map.of(
                    "exchange.ingest.accounts.bids-per-second", "1",
                    "exchange.ingest.accounts.burst", "3")));
    AccountId greedy = new AccountId("greedy");

    for (int i = 0; i < 3; i++) {
      assertThat(buckets.take(greedy)).isZero();
    }
    assertThat(buckets.take(greedy)).isBetween(1L, 1_000_000_000L);
    assertThat(buckets.take(new AccountId("modest"))).isZero();
  }

  @Test
  void shouldRememberNoMoreBidsThanItMay() {
    RecentRing recent = new RecentRing(config(Map.of("exchange.ingest.recent-bids", "10")));
    List<Placement> all = Placements.of(1_000);
    all.forEach(recent::remember);

    assertThat(recent.size()).isEqualTo(10);
    assertThat(all.subList(990, 1_000))
        .as("the latest ones")
        .allSatisfy(each ->
            assertThat(recent.find(each.offer().slotId(), each.offer().bidId()))
                .containsSame(each));
  }

  @Test
  void shouldKeepTheFirstAndForgetOnlyWhatItIsToldTo() {
    RecentRing recent = new RecentRing(config(Map.of()));
    var first = Placements.of(1).getFirst();
    var repeat = Placements.of(1).getFirst();

    assertThat(recent.remember(first)).isSameAs(first);
    assertThat(recent.remember(repeat)).isSameAs(first);
    recent.forget(repeat);
    assertThat(recent.find(first.offer().slotId(), first.offer().bidId())).containsSame(first);
    recent.forget(first);
    assertThat(recent.find(first.offer().slotId(), first.offer().bidId())).isEmpty();
  }

  private static IngestConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(IngestConfig.class)
        .withDefaultValues(values)
        .addDiscoveredConverters()
        .withValidateUnknown(false)
        .build()
        .getConfigMapping(IngestConfig.class);
  }
}
