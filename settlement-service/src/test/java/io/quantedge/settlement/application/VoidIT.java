package io.quantedge.settlement.application;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.SlotStore.Result;
import io.quantedge.settlement.domain.SlotRequest;
import io.quantedge.settlement.domain.SlotStage;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class VoidIT extends ServiceIT {
  @Inject TruthStore truthStore;
  @Inject Slots slots;

  @Test
  void ofManyWhoVoidASlotAtOnceOneDoesItAndTheOthersFindIt() {
    String buyer = advertiser("100.0000");
    SlotId slotId = settled(buyer, "5.4000");
    SlotRequest request = request();

    List<Attempted<Result>> results =
        overlapping(
            Uni.join()
                .all(Stream.generate(() -> slots.annul(slotId, request)).limit(6).toList())
                .andFailFast());

    assertThat(results.stream().filter(result -> result.finding() == Finding.COMMITTED)).hasSize(1);
    assertThat(results.stream().map(Attempted::value).distinct())
        .as("all say the same")
        .singleElement()
        .isInstanceOf(Result.Recorded.class);
    assertVoidedOnce(slotId, buyer, "0.0000");
  }

  @Test
  void ofTwoDifferentWishesAtOnceOneIsGrantedAndTheOtherIsRefused() {
    String buyer = advertiser("100.0000");
    SlotId slotId = settled(buyer, "5.4000");

    List<Attempted<Result>> results =
        overlapping(
            Uni.join()
                .all(slots.annul(slotId, request()), slots.annul(slotId, request()))
                .andFailFast());

    assertThat(results)
        .extracting(Attempted::value)
        .hasAtLeastOneElementOfType(Result.Recorded.class)
        .contains(
            new Result.Refused(SlotRequest.Refusal.ANOTHER_REQUEST_WAS_FIRST, SlotStage.VOIDED));
    assertVoidedOnce(slotId, buyer, "0.0000");
  }

  @Test
  void aVoidAndSettlementsOfTheSameBuyerAtOnceLeaveTheBalanceAtTheFoldOfItsEntries() {
    String buyer = advertiser("100.0000");
    SlotId slotId = settled(buyer, "5.4000");
    Uni<Attempted<List<TruthStore.Result>>> settling =
        Uni.createFrom()
            .deferred(
                () -> truthStore.settle(List.of(awarded(fresh("next"), offer(buyer, "7.0000")))))
            .onFailure()
            .retry()
            .atMost(20);

    overlapping(Uni.combine().all().unis(slots.annul(slotId, request()), settling).asTuple());

    assertVoidedOnce(slotId, buyer, "-7.0000");
  }

  @Test
  void aDisputedSaleCanBeVoidedAndAVoidedOneCannotBeDisputed() {
    String buyer = advertiser("100.0000");
    SlotId slotId = settled(buyer, "5.4000");

    assertThat(now(slots.dispute(slotId, request())).value()).isInstanceOf(Result.Recorded.class);
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5.4000");
    assertThat(now(slots.annul(slotId, request())).value()).isInstanceOf(Result.Recorded.class);

    assertVoidedOnce(slotId, buyer, "0.0000");
    assertThat(now(slots.historyOf(slotId)).orElseThrow().events())
        .extracting(event -> event.stage().name())
        .containsExactly("OPEN", "CLOSED", "AWARDED", "SETTLED", "DISPUTED", "VOIDED");
    SlotId another = settled(buyer, "1.0000");
    now(slots.annul(another, request()));
    assertThat(now(slots.dispute(another, request())).value())
        .isEqualTo(new Result.Refused(SlotRequest.Refusal.NOT_IN_THIS_STAGE, SlotStage.VOIDED));
  }

  private void assertVoidedOnce(SlotId slotId, String buyer, String balance) {
    assertThat(
            store.count(
                "SELECT count(*) FROM slot_events WHERE slot_id = $1 AND event_type = 'VOIDED'",
                slotId.value()))
        .isOne();
    assertThat(
            store.count("SELECT count(*) FROM financial_ledger WHERE slot_id = $1", slotId.value()))
        .as("three entries of the sale and three that mirror them")
        .isEqualTo(6);
    assertThat(
            store.query(
                "SELECT sum(amount) FROM financial_ledger WHERE slot_id = $1 GROUP BY account_id",
                slotId.value()))
        .as("every account is where it was")
        .allSatisfy(row -> assertThat(row.getBigDecimal(0)).isEqualByComparingTo("0"));
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo(balance)
        .isEqualByComparingTo(store.ledgerBalance(buyer));
    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id = $1", slotId.value()))
        .as("what was settled stays on record")
        .isOne();
  }

  private SlotId settled(String buyer, String price) {
    String slotId = fresh("void");
    assertThat(
            now(truthStore.settle(List.of(awarded(slotId, offer(buyer, price)))))
                .value()
                .getFirst())
        .isInstanceOfSatisfying(
            TruthStore.Result.Settled.class,
            result -> assertThat(result.event()).isInstanceOf(SettlementEvent.Settled.class));
    return new SlotId(slotId);
  }

  private static SlotRequest request() {
    return new SlotRequest(UUID.randomUUID(), "the ad was never shown");
  }
}
