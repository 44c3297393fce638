package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.dsql.Failover;
import io.quantedge.localstack.dsql.fault.EndpointState;
import io.quantedge.settlement.application.RetryPolicy;
import io.quantedge.settlement.dsql.Instances.Instance;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class FailoverIT extends ServiceIT {
  private static final int SLOTS = 120;
  private static final int WORKERS = 8;
  private static final int HANGS_AFTER = 40;
  private static final Duration DEADLINE = Duration.ofSeconds(15);
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "statement-timeout", "1s",
          "commit-timeout", "1s",
          "attempt-timeout", ATTEMPT.toString(),
          "connection-timeout", ATTEMPT.toString(),
          "connect-timeout", "1s",
          "probe-interval", "200ms",
          "healthy-for", "1s");

  @Inject Instances instances;

  @AfterEach
  void theStoreIsWhole() {
    faults.clear();
    instances.close();
  }

  @Test
  void anEndpointThatHangsUnderLoadIsGivenUpAndNothingIsLost() {
    // A buyer per worker: what this test is about is the path to the store, not a contended row.
    List<String> buyers = Stream.generate(() -> advertiser("9000")).limit(WORKERS).toList();
    String prefix = fresh("hang");
    Instance instance =
        instances.open(
            "hang",
            instances.guard(),
            IMPATIENT,
            new RetryPolicy(10, DEADLINE, Duration.ofMillis(10), Duration.ofMillis(200)));
    AtomicInteger begun = new AtomicInteger();
    AtomicLong longestMillis = new AtomicLong();

    Multi.createFrom()
        .range(0, SLOTS)
        .onItem()
        .transformToUni(i -> {
          if (begun.incrementAndGet() == HANGS_AFTER) {
            faults.endpoint("us-east-1", EndpointState.HANGING);
          }
          long beganAt = System.nanoTime();
          return instance
              .process(List.of(awarded(prefix + "-" + i, offer(buyers.get(i % WORKERS), "1.0000"))))
              .invoke(() ->
                  longestMillis.accumulateAndGet(
                      (System.nanoTime() - beganAt) / 1_000_000, Math::max));
        })
        .merge(WORKERS)
        .collect()
        .asList()
        .await()
        .atMost(Duration.ofMinutes(2));

    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id LIKE $1", prefix + "-%"))
        .isEqualTo(SLOTS);
    assertThat(buyers)
        .allSatisfy(buyer ->
            assertThat(store.guardedBalance(buyer))
                .isEqualByComparingTo("-15")
                .isEqualByComparingTo(store.ledgerBalance(buyer)));
    assertThat(instance.told().conflicts)
        .as("every operation ended within its attempts and its deadline")
        .noneMatch(Exhausted.class::isInstance);
    assertThat(longestMillis.get())
        .as(
            "the bound that deadline and attempt timeout promise, waiting for a connection included")
        .isLessThan(DEADLINE.plus(ATTEMPT).plus(ATTEMPT).toMillis());
    Failover failover = instance.dsql().failovers().getFirst();
    assertThat(failover.from().region()).isEqualTo("us-east-1");
    assertThat(failover.to())
        .hasValueSatisfying(to -> assertThat(to.region()).isEqualTo("eu-west-1"));
    assertThat(failover.detection()).isPositive();
    assertThat(failover.switching()).isPresent();
    assertThat(failover.firstSuccess())
        .hasValueSatisfying(
            took -> assertThat(took).isGreaterThanOrEqualTo(failover.switching().orElseThrow()));
    System.out.printf(
        "failover under load: detection %d ms, switch %d ms, first success %d ms, longest settlement"
            + " %d ms%n",
        failover.detection().toMillis(),
        failover.switching().orElseThrow().toMillis(),
        failover.firstSuccess().orElseThrow().toMillis(),
        longestMillis.get());
  }

  @Test
  void onlyTheFirstRequestPaysTheTimeoutAndThePreferredEndpointComesBackWhenItIsHealthy() {
    String buyer = advertiser("100");
    Instance instance = instances.open("first", instances.guard(), IMPATIENT);
    settle(instance, buyer);
    faults.endpoint("us-east-1", EndpointState.HANGING);

    settle(instance, buyer);
    int failedByTheFirst = failedAttempts(instance);
    settle(instance, buyer);
    settle(instance, buyer);

    assertThat(failedByTheFirst).isPositive();
    assertThat(failedAttempts(instance)).as("nobody else fails").isEqualTo(failedByTheFirst);
    assertThat(instance.dsql().region()).isEqualTo("eu-west-1");

    faults.clear();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(instance.dsql().region()).isEqualTo("us-east-1"));
    settle(instance, buyer);
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5");
  }

  private static void settle(Instance instance, String buyer) {
    now(instance.process(List.of(awarded(fresh("slot"), offer(buyer, "1.0000")))));
  }

  private static int failedAttempts(Instance instance) {
    return (int) instance.told().conflicts.stream().filter(AttemptFailed.class::isInstance).count();
  }
}
