package io.quantedge.settlement.kafka;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.application.GroupLimits;
import io.quantedge.settlement.dsql.Instances;
import io.quantedge.settlement.dsql.Instances.Instance;
import io.quantedge.settlement.kafka.GroupLanes.Work;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What it saves to key outcomes by their winner, on one busy advertiser. */
@QuarkusTest
@NullUnmarked
class KeyingIT extends ServiceIT {
  private static final int SLOTS = 60;
  private static final int LANES = 6;

  @Inject Instances instances;

  @AfterEach
  void closeInstances() {
    instances.close();
  }

  @Test
  void keyedByWinnerABusyAdvertisersSettlementsShareOneBalanceUpdateAndDoNotFight() {
    String buyer = advertiser("1000");

    Instance instance =
        settleAll(buyer, outcome -> outcome.winner().orElseThrow().bid().accountId().hashCode());

    assertThat(conflicts(instance)).isZero();
    assertThat(balanceUpdates(buyer)).as("groups, not slots").isLessThan(SLOTS / 2);
  }

  @Test
  void keyedBySlotTheyMeetAtItsBalance() {
    String buyer = advertiser("1000");

    Instance instance = settleAll(buyer, outcome -> outcome.slot().slotId().value().hashCode());

    assertThat(conflicts(instance)).isPositive();
  }

  private Instance settleAll(String buyer, ToIntFunction<AuctionOutcome> key) {
    Instance instance = instances.open("keying");
    GroupLimits limits = new GroupLimits(64, 2_500);
    AtomicInteger settled = new AtomicInteger();
    AtomicReference<Throwable> stopped = new AtomicReference<>();
    String prefix = fresh("keying");
    List<AuctionOutcome> outcomes =
        IntStream.range(0, SLOTS)
            .mapToObj(i -> awarded(prefix + "-" + i, offer(buyer, "1.0000")))
            .toList();

    Multi.createFrom()
        .iterable(outcomes)
        .subscribe()
        .withSubscriber(
            new GroupLanes<>(
                LANES,
                SLOTS,
                new Work<>(
                    key,
                    waiting -> limits.first(waiting).size(),
                    group ->
                        instance
                            .process(group)
                            .invoke(() -> settled.addAndGet(group.size()))
                            .map(ignored -> Uni.createFrom().voidItem())),
                stopped::set));

    await().atMost(Duration.ofSeconds(60)).until(() -> settled.get() == SLOTS);
    assertThat(stopped).hasNullValue();
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo("-" + SLOTS)
        .isEqualByComparingTo(store.ledgerBalance(buyer));
    return instance;
  }

  private static long conflicts(Instance instance) {
    return instance.told().conflicts.stream().filter(AttemptFailed.class::isInstance).count();
  }

  private long balanceUpdates(String buyer) {
    return store.count("SELECT version FROM account_balances WHERE account_id = $1", buyer);
  }
}
