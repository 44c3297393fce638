package io.quantedge.simulator.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.id.SlotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConflictFoldTest {
  private static final SlotId OWN = new SlotId("own");
  private static final SlotId OTHER = new SlotId("other");

  private final ConflictFold fold = new ConflictFold(List.of(OWN));

  @Test
  void countsOperationsAndNotEvents() {
    events().forEach(fold::add);

    // Operation 1 lost twice and resolved at 3, 2 gave up at 2, 3 had an outage only, 4 is not
    // ours.
    assertThat(fold.ofRun()).isEqualTo(new ConflictFigures(2, 2 + 1 + 1, 1, 1));
    assertThat(fold.ofAll()).isEqualTo(new ConflictFigures(3, 2 + 1 + 1 + 0, 1, 1));
    assertThat(fold.openOfRun()).isZero();
  }

  @Test
  void repeatsAndOrderChangeNothing() {
    for (long seed = 0; seed < 20; seed++) {
      List<ConflictEvent> events = new ArrayList<>(events());
      events.addAll(events());
      Collections.shuffle(events, new Random(seed));
      ConflictFold shuffled = new ConflictFold(List.of(OWN));

      events.forEach(shuffled::add);

      assertThat(shuffled.ofRun()).as("seed %d", seed).isEqualTo(new ConflictFigures(2, 4, 1, 1));
    }
  }

  @Test
  void anOperationWithoutAnEndIsOpen() {
    fold.add(failed(1, OWN, 1, Cause.CONFLICT));

    assertThat(fold.openOfRun()).isEqualTo(1);
  }

  @Test
  void theResolutionRateIsWholeWhenThereWasNoConflict() {
    assertThat(new ConflictFigures(0, 0, 0, 0).resolutionRate()).hasToString("100.0");
    assertThat(new ConflictFigures(3, 0, 2, 1).resolutionRate()).hasToString("66.7");
  }

  private static List<ConflictEvent> events() {
    return List.of(
        failed(1, OWN, 1, Cause.CONFLICT),
        failed(1, OWN, 2, Cause.CONFLICT),
        new ConflictEvent.Resolved(
            new UUID(0, 1),
            List.of(OWN),
            "w",
            "us-east-1",
            3,
            ConflictEvent.Finding.COMMITTED,
            Instant.EPOCH),
        failed(2, OWN, 2, Cause.CONFLICT),
        new ConflictEvent.Exhausted(
            new UUID(0, 2), List.of(OWN, OTHER), "w", "us-east-1", 2, Instant.EPOCH),
        failed(3, OWN, 1, Cause.UNAVAILABLE),
        new ConflictEvent.Resolved(
            new UUID(0, 3),
            List.of(OWN),
            "w",
            "us-east-1",
            2,
            ConflictEvent.Finding.COMMITTED,
            Instant.EPOCH),
        failed(4, OTHER, 1, Cause.CONFLICT));
  }

  private static ConflictEvent failed(int operation, SlotId slot, int attempt, Cause cause) {
    return new ConflictEvent.AttemptFailed(
        new UUID(0, operation),
        List.of(slot),
        "w",
        "us-east-1",
        attempt,
        cause,
        Optional.of("40001"),
        Optional.empty(),
        5,
        Instant.EPOCH);
  }
}
