package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.ingest.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotProposalTest {
  private static final Duration MAX = Duration.ofDays(1);

  private final SlotDefinition existing = Samples.slot("s");

  @Test
  void shouldMatchTheSameDefinitionWhateverTheDefaultOpeningTimeIs() {
    SlotDefinition openedLater = opening(Samples.OPENS_AT.plusSeconds(60));

    assertThat(new SlotProposal(openedLater, false).matches(existing)).isTrue();
  }

  @Test
  void shouldNotMatchAnotherOpeningTimeThatWasAskedFor() {
    SlotDefinition openedLater = opening(Samples.OPENS_AT.plusSeconds(60));

    assertThat(new SlotProposal(openedLater, true).matches(existing)).isFalse();
    assertThat(new SlotProposal(existing, true).matches(existing)).isTrue();
  }

  @Test
  void shouldNotMatchAnotherName() {
    assertThat(new SlotProposal(Samples.slot("s", "other"), false).matches(existing)).isFalse();
  }

  @Test
  void shouldRefuseANewSlotThatIsOverAlready() {
    assertThat(new SlotProposal(existing, false).refusal(Samples.CLOSES_AT, MAX))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void shouldRefuseANewSlotThatStaysOpenForTooLong() {
    Instant now = Samples.CLOSES_AT.minus(MAX).minusSeconds(1);

    assertThat(new SlotProposal(existing, false).refusal(now, MAX)).isPresent();
    assertThat(new SlotProposal(existing, false).refusal(now.plusSeconds(1), MAX)).isEmpty();
  }

  private SlotDefinition opening(Instant opensAt) {
    return new SlotDefinition(
        existing.slotId(),
        existing.publisherId(),
        existing.name(),
        existing.floor(),
        existing.increment(),
        existing.pricing(),
        existing.ranking(),
        opensAt,
        existing.closesAt());
  }
}
