package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.dsql.Instances.Instance;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class ContentionIT extends ServiceIT {
  private static final int SLOTS = 500;
  private static final int WORKERS = 50;
  private static final int GROUP = 5;
  private static final double PROBABILITY = 0.3;
  private static final long SEED = 7;

  @Inject Instances instances;

  @AfterEach
  void theStoreIsWhole() {
    faults.clear();
    instances.close();
  }

  @Test
  void injectedAndRealConflictsAreAllOvercomeAndAllAccountedFor() {
    List<String> buyers = List.of(advertiser("9000"), advertiser("9000"), advertiser("9000"));
    String prefix = fresh("storm");
    List<List<AuctionOutcome>> groups =
        IntStream.range(0, SLOTS / GROUP)
            .mapToObj(i -> group(prefix + "-" + i, buyers.get(i % buyers.size())))
            .toList();
    Instance instance =
        instances.open(
            "storm",
            instances.guard(),
            Map.of(
                "pool-size", "" + WORKERS, "connection-timeout", "30s", "connect-timeout", "30s"));
    faults.conflictWithProbability("OC000", PROBABILITY, SEED);

    Multi.createFrom()
        .iterable(groups)
        .onItem()
        .transformToUni(group -> instance.process(group))
        .merge(WORKERS)
        .collect()
        .asList()
        .await()
        .atMost(Duration.ofMinutes(3));

    assertThat(instance.told().announced).hasSize(SLOTS);
    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id LIKE $1", prefix + "-%"))
        .isEqualTo(SLOTS);
    assertThat(
            store.count(
                "SELECT count(*) FROM financial_ledger WHERE slot_id LIKE $1", prefix + "-%"))
        .isEqualTo(3 * SLOTS);
    assertThat(
            store
                .query(
                    "SELECT sum(amount) FROM financial_ledger WHERE slot_id LIKE $1", prefix + "-%")
                .getFirst()
                .getBigDecimal(0))
        .isZero();
    for (String buyer : buyers) {
      assertThat(store.guardedBalance(buyer)).isEqualByComparingTo(store.ledgerBalance(buyer));
    }
    assertEveryConflictHasAnEnd(instance.told().conflicts);
  }

  /** One buyer's outcomes, which share one update of its balance. */
  private static List<AuctionOutcome> group(String prefix, String buyer) {
    return IntStream.range(0, GROUP)
        .mapToObj(i -> awarded(prefix + "-" + i, offer(buyer, "1.2345")))
        .toList();
  }

  private static void assertEveryConflictHasAnEnd(List<ConflictEvent> events) {
    List<AttemptFailed> failed =
        events.stream()
            .filter(AttemptFailed.class::isInstance)
            .map(AttemptFailed.class::cast)
            .filter(event -> event.cause() == Cause.CONFLICT)
            .toList();
    Set<UUID> conflicted =
        failed.stream().map(ConflictEvent::operationId).collect(Collectors.toSet());
    List<UUID> ended =
        events.stream()
            .filter(event -> event instanceof Resolved || event instanceof Exhausted)
            .map(ConflictEvent::operationId)
            .filter(conflicted::contains)
            .toList();

    assertThat(failed.size())
        .as("seed %d: about %s of the commits, and those that met for real", SEED, PROBABILITY)
        .isGreaterThan(SLOTS / GROUP / 5);
    assertThat(failed).allMatch(event -> event.code().equals(java.util.Optional.of("OC000")));
    assertThat(ended)
        .as("conflicts = resolved + exhausted, each once")
        .doesNotHaveDuplicates()
        .hasSize(conflicted.size());
  }
}
