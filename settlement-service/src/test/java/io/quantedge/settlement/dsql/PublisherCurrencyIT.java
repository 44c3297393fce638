package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.settlement.SettlementEvent.Refusal;
import io.quantedge.contracts.settlement.SettlementEvent.RefusalReason;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.FeeRate;
import io.quantedge.settlement.domain.SettlementDecision;
import io.quantedge.settlement.domain.SettlementRules;
import io.quantedge.settlement.testing.Outcomes;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class PublisherCurrencyIT extends ServiceIT {
  @Inject SqlTransactions transactions;
  @Inject SlotRows slots;

  @Test
  void aRefusalBecauseOfThePublisherIsReadBackAsItWasAnnounced() {
    String buyer = advertiser("100.0000");
    AuctionOutcome outcome =
        awarded(fresh("slot"), offer(buyer, "5.4000"), offer("nobody-at-all", "5.3000"));
    Account inEuros =
        new Account(Outcomes.PUBLISHER, AccountType.PUBLISHER, "News", Money.of("0", "EUR"));
    SettlementDecision decision =
        new SettlementRules(new FeeRate(1_000))
            .decide(
                outcome, Map.of(Outcomes.PUBLISHER, new Buyer(inEuros, Money.of("0", "EUR"), 0)));

    SettlementEvent announced =
        now(
            transactions.run(connection -> {
              GroupRows rows = new GroupRows(Instant.parse("2026-03-01T10:06:00Z"));
              SettlementEvent event = rows.add(outcome, decision);
              return Uni.join().all(rows.writes(connection)).andFailFast().replaceWith(event);
            }));
    SettlementEvent readBack =
        now(transactions.run(connection -> slots.find(connection, outcome.slot().slotId())))
            .orElseThrow()
            .event();

    assertThat(readBack).isEqualTo(announced);
    assertThat(((SettlementEvent.Rejected) readBack).refusals())
        .containsExactly(
            new Refusal(1, Outcomes.PUBLISHER, RefusalReason.WRONG_CURRENCY),
            new Refusal(2, Outcomes.PUBLISHER, RefusalReason.WRONG_CURRENCY));
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("0");
  }
}
