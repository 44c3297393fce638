package io.quantedge.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.id.SlotId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What must be true of outcomes, whatever happened to the evaluators. */
final class OutcomeAssertions {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private OutcomeAssertions() {}

  /** Waits until each of the slots has an outcome, then compares all that there are. */
  static void assertOneOutcomeEach(AuctionLogs logs, Collection<SlotId> slots) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> assertThat(logs.outcomes()).containsKeys(slots.toArray(SlotId[]::new)));
    assertOutcomesAreTheOracles(logs, slots);
  }

  /** Every record of a slot on the topic is the one text that the oracle makes of the log. */
  static void assertOutcomesAreTheOracles(AuctionLogs logs, Collection<SlotId> slots) {
    Map<SlotId, Set<String>> told = logs.outcomes();
    Map<SlotId, String> expected = LogOracle.outcomes(logs.events());
    for (SlotId slot : slots) {
      assertThat(told.get(slot)).as("outcomes of %s", slot).containsExactly(expected.get(slot));
    }
  }
}
