package io.quantedge.settlement.kafka;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.settlement.SettlementEvent.Refusal;
import io.quantedge.contracts.settlement.SettlementEvent.RefusalReason;
import io.quantedge.settlement.testing.Outcomes;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutcomeFlowIT extends ServiceIT {
  private static final String USD = Outcomes.USD;

  @Test
  void anOutcomeBecomesASettlementAndIsAnnounced() {
    String buyer = advertiser("100");
    String slotId = fresh("slot");

    topics.send(awarded(slotId, new Outcomes.Offer(buyer, "5.4000", "5.3600")));

    SettlementEvent event = topics.settlements(slotId, 1).getFirst();
    assertThat(event)
        .isInstanceOfSatisfying(
            SettlementEvent.Settled.class,
            settled -> {
              assertThat(settled.settlementId()).isEqualTo(SettlementId.of(new SlotId(slotId)));
              assertThat(settled.buyerId()).isEqualTo(new AccountId(buyer));
              assertThat(settled.publisherId()).isEqualTo(Outcomes.PUBLISHER);
              assertThat(settled.winningBid()).isEqualTo(Money.of("5.40", USD));
              assertThat(settled.price()).isEqualTo(Money.of("5.36", USD));
              assertThat(settled.fee()).isEqualTo(Money.of("0.536", USD));
              assertThat(settled.net()).isEqualTo(Money.of("4.824", USD));
            });
    assertThat(store.count("SELECT count(*) FROM slot_events WHERE slot_id = $1", slotId))
        .isEqualTo(4);
  }

  @Test
  void anOutcomeThatComesTwiceSettlesOnceAndIsAnnouncedAgainInTheSameWords() {
    String buyer = advertiser("100");
    String slotId = fresh("slot");
    AuctionOutcome outcome = awarded(slotId, offer(buyer, "5.4000"));

    topics.send(outcome);
    topics.settlements(slotId, 1);
    topics.send(outcome);

    List<SettlementEvent> announced = topics.settlements(slotId, 2);
    assertThat(announced.get(1)).isEqualTo(announced.get(0));
    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id = $1", slotId)).isOne();
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5.4");
  }

  @Test
  void whatCannotBePaidGoesToTheNextCandidateAtItsOwnPriceOrIsRejectedWithReasons() {
    String poor = advertiser("1");
    String rich = advertiser("100");
    String sold = fresh("slot");
    String rejected = fresh("slot");

    topics.send(awarded(sold, offer(poor, "5.4000"), offer(rich, "5.3000")));
    topics.send(awarded(rejected, offer("nobody", "5.4000"), offer(poor, "5.3000")));

    assertThat(topics.settlements(sold, 1).getFirst())
        .isInstanceOfSatisfying(
            SettlementEvent.Settled.class,
            settled -> {
              assertThat(settled.candidateRank()).isEqualTo(2);
              assertThat(settled.buyerId().value()).isEqualTo(rich);
              assertThat(settled.price()).isEqualTo(Money.of("5.3", USD));
            });
    assertThat(
            store
                .query(
                    "SELECT verdict FROM ad_bids WHERE slot_id = $1 ORDER BY candidate_rank", sold)
                .stream()
                .map(row -> row.getString(0)))
        .containsExactly("LIMIT_EXCEEDED", "WON");
    List<Refusal> refusals =
        List.of(
            new Refusal(1, new AccountId("nobody"), RefusalReason.ACCOUNT_UNKNOWN),
            new Refusal(2, new AccountId(poor), RefusalReason.LIMIT_EXCEEDED));
    assertThat(topics.settlements(rejected, 1).getFirst())
        .isInstanceOfSatisfying(
            SettlementEvent.Rejected.class,
            event -> assertThat(event.refusals()).isEqualTo(refusals));
    RestAssured.get("/v1/slots/" + rejected + "/settlement")
        .then()
        .statusCode(200)
        .body("type", equalTo("REJECTED"))
        .body("refusals.reason", contains("ACCOUNT_UNKNOWN", "LIMIT_EXCEEDED"));
  }

  @Test
  void aSlotWithoutABidIsUnsoldAndMovesNoMoney() {
    String slotId = fresh("slot");

    topics.send(Outcomes.unsold(slotId));

    assertThat(topics.settlements(slotId, 1).getFirst()).isInstanceOf(SettlementEvent.Unsold.class);
    assertThat(store.count("SELECT count(*) FROM financial_ledger WHERE slot_id = $1", slotId))
        .isZero();
  }

  @Test
  void poisonIsIsolatedWithItsCauseAndTheOutcomesBehindItGoOn() {
    String buyer = advertiser("100");
    String slotId = fresh("slot");
    byte[] poison = ("{\"slot\":" + slotId).getBytes(StandardCharsets.UTF_8);

    RecordMetadata sent = topics.send(buyer, poison);
    topics.send(buyer, new byte[0]);
    topics.send(awarded(slotId, offer(buyer, "5.4000")));

    assertThat(topics.settlements(slotId, 1)).hasSize(1);
    List<ConsumerRecord<String, byte[]>> dead =
        topics.await(Topic.AUCTION_OUTCOMES_DLQ, 2, record -> buyer.equals(record.key()));
    assertThat(dead.getFirst().value()).isEqualTo(poison);
    assertThat(header(dead.getFirst(), "dlq-cause")).contains("not a readable AuctionOutcome");
    assertThat(header(dead.getFirst(), "dlq-topic")).isEqualTo("auction-outcomes");
    assertThat(header(dead.getFirst(), "dlq-partition")).isEqualTo("" + sent.partition());
    assertThat(header(dead.getFirst(), "dlq-offset")).isEqualTo("" + sent.offset());
    assertThat(header(dead.getFirst(), "dlq-time")).isNotBlank();
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("exchange_settlement_dead_letters_total");
  }

  @Test
  void anotherOutcomeOfASettledSlotIsIsolatedAndChangesNothing() {
    String buyer = advertiser("100");
    String slotId = fresh("slot");
    topics.send(awarded(slotId, offer(buyer, "5.4000")));
    topics.settlements(slotId, 1);

    topics.send(awarded(slotId, offer(buyer, "9.9000")));

    ConsumerRecord<String, byte[]> dead =
        topics
            .await(Topic.AUCTION_OUTCOMES_DLQ, 1, record -> buyer.equals(record.key()))
            .getFirst();
    assertThat(header(dead, "dlq-cause")).contains("is settled by another outcome");
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5.4");
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
