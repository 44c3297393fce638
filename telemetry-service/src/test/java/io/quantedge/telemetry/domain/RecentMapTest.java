package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentMapTest {
  @Test
  void theOldestFinishedEntryIsRetiredFirst() {
    RecentMap<String, Integer> map = new RecentMap<>(3, 10);
    map.put("open", 1, false);
    map.put("done-1", 1, true);
    map.put("done-2", 1, true);

    map.put("new", 1, false);

    assertThat(map.get("open")).isPresent();
    assertThat(map.isRetired("done-1")).isTrue();
    assertThat(map.get("done-2")).isPresent();
    assertThat(map.cutShort()).isZero();
    assertThat(map.seen()).isEqualTo(4);
  }

  @Test
  void withNothingFinishedTheOldestIsCutShortAndSaysSo() {
    RecentMap<String, Integer> map = new RecentMap<>(2, 10);
    map.put("a", 1, false);
    map.put("b", 1, false);

    map.put("c", 1, false);

    assertThat(map.isRetired("a")).isTrue();
    assertThat(map.cutShort()).isEqualTo(1);
  }

  @Test
  void retiredKeysAreRememberedUpToTheLimitAndMemoryStaysBounded() {
    RememberedKeys keys = new RememberedKeys(1_000);
    IntStream.range(0, 10_000).forEach(i -> keys.add("key-" + i));

    assertThat(IntStream.range(9_000, 10_000)).allMatch(i -> keys.contains("key-" + i));
    assertThat(IntStream.range(0, 8_000)).noneMatch(i -> keys.contains("key-" + i));
  }

  @Test
  void aKeyThatIsRememberedTwiceTakesOnePlace() {
    RememberedKeys keys = new RememberedKeys(2);
    keys.add("a");
    IntStream.range(0, 100).forEach(_ -> keys.add("b"));

    assertThat(keys.contains("a")).isTrue();
  }
}
