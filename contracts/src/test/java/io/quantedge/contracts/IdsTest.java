package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "-slot", "a b", "slot#1", "slot/1", "ü"})
  void namesAreSafeInPathsAndKeys(String name) {
    assertThatThrownBy(() -> new SlotId(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AccountId(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesHaveAtMost64Characters() {
    assertThat(new SlotId("a".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> new SlotId("a".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-1-1-1-1", "not-a-uuid", "", "0190b7f05c1e7cc398c4dc0c0c07398f"})
  void bidIdsAreUuidsInCanonicalForm(String text) {
    assertThatThrownBy(() -> BidId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bidId must be a UUID");
  }

  @Test
  void bidIdsAreOrderedAsTheirText() {
    BidId low = BidId.parse("00000000-0000-0000-0000-000000000001");
    BidId high = BidId.parse("f0000000-0000-0000-0000-000000000000");
    // UUID.compareTo is signed and says otherwise.
    assertThat(low).isLessThan(high);
  }

  @Test
  void freshBidIdsAreVersion7() {
    assertThat(BidId.fresh().value().version()).isEqualTo(7);
  }

  @Test
  void oneSlotHasOneSettlementId() {
    SettlementId id = SettlementId.of(new SlotId("homepage-top"));
    assertThat(id)
        .isEqualTo(SettlementId.of(new SlotId("homepage-top")))
        .isNotEqualTo(SettlementId.of(new SlotId("homepage-bottom")));
    // Fixed for good: another value would settle old slots a second time.
    assertThat(id.value()).isEqualTo(UUID.fromString("9e32b69d-9a72-5df7-90a2-d84c32168d72"));
    assertThat(id.value().version()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1", "ap-southeast-1", "us-gov-west-1"})
  void regionsAreAwsRegionNames(String name) {
    assertThat(new Region(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US-EAST-1", "moon", "us-east-1#", ""})
  void otherRegionsAreRefused(String name) {
    assertThatThrownBy(() -> new Region(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
