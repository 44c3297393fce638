package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BidIdsTest {
  @Test
  void shouldRememberExactlyTheIdsThatItWasGiven() {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      BidIds ids = new BidIds(random.nextLong());
      Set<UUID> truth = new HashSet<>();
      for (int i = 0; i < 5_000; i++) {
        UUID id = new UUID(random.nextInt(4), random.nextInt(700));
        assertThat(ids.add(id)).as("seed %d, id %s", seed, id).isEqualTo(truth.add(id));
      }
      assertThat(ids.size()).as("seed %d", seed).isEqualTo(truth.size());
    }
  }

  @Test
  void shouldKnowTheIdThatIsAllZero() {
    BidIds ids = new BidIds(1);

    assertThat(ids.add(new UUID(0, 0))).isTrue();
    assertThat(ids.add(new UUID(0, 0))).isFalse();
    assertThat(ids.size()).isEqualTo(1);
  }
}
