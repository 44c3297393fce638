package io.quantedge.settlement.application;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.Reconciliation.Check;
import io.quantedge.settlement.application.Reconciliation.Promise;
import io.quantedge.settlement.domain.Funding;
import io.quantedge.settlement.domain.SlotRequest;
import io.quantedge.settlement.testing.Outcomes;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@NullUnmarked
class ReconciliationIT extends ServiceIT {
  @Inject TruthStore truthStore;
  @Inject Slots slots;
  @Inject Reconcile reconcile;

  private String buyer;
  private String sold;
  private String voided;

  @BeforeEach
  void thereIsSomethingToCompare() {
    buyer = advertiser("1000.0000");
    now(
        accounts.fund(
            new Funding(
                new AccountId(buyer), UUID.randomUUID(), Money.of("9.0000", Outcomes.USD))));
    sold = settled("5.4000");
    voided = settled("7.0000");
    now(slots.annul(new SlotId(voided), new SlotRequest(UUID.randomUUID(), "never shown")));
  }

  @Test
  void theBooksAgreeAndSayHowMuchWasLookedAt() {
    Reconciliation books = now(reconcile.run()).books();

    assertThat(broken(books)).isEmpty();
    assertThat(books.checks()).extracting(Check::promise).containsExactly(Promise.values());
    assertThat(rows(books, Promise.LEDGER_SUMS_TO_ZERO))
        .isEqualTo(store.count("SELECT count(*) FROM financial_ledger"));
    assertThat(rows(books, Promise.BALANCES_ARE_SUMS_OF_ENTRIES))
        .isEqualTo(store.count("SELECT count(*) FROM account_balances"));
    assertThat(rows(books, Promise.SETTLED_SLOTS_HAVE_ONE_SETTLEMENT))
        .isEqualTo(store.count("SELECT count(*) FROM ad_slots"));
    assertThat(rows(books, Promise.VOIDS_MIRROR_SALES)).isGreaterThanOrEqualTo(3);
    assertThat(
            books.trialBalance().stream()
                .filter(line -> line.currency().equals(Outcomes.USD))
                .map(Reconciliation.TrialLine::sum)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0");
    given()
        .get("/v1/reconciliation")
        .then()
        .statusCode(200)
        .body("holds", equalTo(true))
        .body("checks", hasSize(Promise.values().length));
  }

  /** Each row: what is promised, how it is broken past the service, how that is undone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LEDGER_SUMS_TO_ZERO | UPDATE financial_ledger SET amount = amount + 0.0001 WHERE slot_id = '$sold' AND kind = 'FEE_CREDIT' | UPDATE financial_ledger SET amount = amount - 0.0001 WHERE slot_id = '$sold' AND kind = 'FEE_CREDIT'",
        "POSTINGS_SUM_TO_ZERO | UPDATE financial_ledger SET posting_id = gen_random_uuid() WHERE account_id = '$buyer' AND kind = 'FUNDING_CREDIT' | UPDATE financial_ledger SET posting_id = (SELECT posting_id FROM financial_ledger WHERE kind = 'FUNDING_DEBIT' GROUP BY posting_id HAVING sum(amount) = -9 AND posting_id NOT IN (SELECT posting_id FROM financial_ledger WHERE kind = 'FUNDING_CREDIT')) WHERE account_id = '$buyer' AND kind = 'FUNDING_CREDIT'",
        "BALANCES_ARE_SUMS_OF_ENTRIES | UPDATE account_balances SET balance = balance + 0.0001 WHERE account_id = '$buyer' | UPDATE account_balances SET balance = balance - 0.0001 WHERE account_id = '$buyer'",
        "SETTLED_SLOTS_HAVE_ONE_SETTLEMENT | UPDATE ad_slots SET state = 'REJECTED' WHERE slot_id = '$sold' | UPDATE ad_slots SET state = 'SETTLED' WHERE slot_id = '$sold'",
        "SETTLED_SLOTS_HAVE_ONE_SETTLEMENT | UPDATE settlements SET slot_id = 'other-$sold' WHERE slot_id = '$sold' | UPDATE settlements SET slot_id = '$sold' WHERE slot_id = 'other-$sold'",
        "SETTLEMENTS_HAVE_ONE_SALE | UPDATE financial_ledger SET amount = CASE kind WHEN 'SALE_CREDIT' THEN amount + 1 ELSE amount - 1 END WHERE slot_id = '$sold' AND kind <> 'SALE_DEBIT' | UPDATE financial_ledger SET amount = CASE kind WHEN 'SALE_CREDIT' THEN amount - 1 ELSE amount + 1 END WHERE slot_id = '$sold' AND kind <> 'SALE_DEBIT'",
        "SETTLEMENTS_HAVE_ONE_SALE | UPDATE settlements SET buyer_id = 'somebody-else' WHERE slot_id = '$sold' | UPDATE settlements SET buyer_id = '$buyer' WHERE slot_id = '$sold'",
        "VOIDS_MIRROR_SALES | UPDATE financial_ledger SET account_id = 'somebody-else' WHERE slot_id = '$voided' AND kind = 'REVERSAL_DEBIT' | UPDATE financial_ledger SET account_id = 'publisher-1' WHERE slot_id = '$voided' AND kind = 'REVERSAL_DEBIT'",
        "VOIDS_MIRROR_SALES | UPDATE slot_events SET event_type = 'DISPUTED' WHERE slot_id = '$voided' AND event_no = 5 | UPDATE slot_events SET event_type = 'VOIDED' WHERE slot_id = '$voided' AND event_no = 5",
        "VOIDS_MIRROR_SALES | UPDATE slot_events SET event_type = 'VOIDED' WHERE slot_id = '$sold' AND event_no = 4 | UPDATE slot_events SET event_type = 'SETTLED' WHERE slot_id = '$sold' AND event_no = 4"
      })
  void whatIsTamperedWithIsFound(Promise promise, String tamper, String undo) {
    store.query(named(tamper));
    try {
      assertBroken(promise);
      given().get("/v1/reconciliation").then().statusCode(200).body("holds", equalTo(false));
    } finally {
      store.query(named(undo));
    }
    assertThat(broken(now(reconcile.run()).books())).as("put right again").isEmpty();
  }

  @Test
  void aPriceThatIsNotItsFeeAndItsNetIsFoundEvenIfTheTableWouldTakeIt() {
    String constraint =
        store
            .query(
                """
                SELECT conname FROM pg_constraint WHERE conrelid = 'settlements'::regclass
                AND pg_get_constraintdef(oid) LIKE '%fee + net%'\
                """)
            .getFirst()
            .getString(0);
    store.query("ALTER TABLE settlements DROP CONSTRAINT " + constraint);
    try {
      store.query("UPDATE settlements SET fee = fee + 0.0001 WHERE slot_id = $1", sold);
      assertBroken(Promise.PRICES_ARE_FEE_AND_NET);
    } finally {
      store.query("UPDATE settlements SET fee = fee - 0.0001 WHERE slot_id = $1", sold);
      store.query(
          "ALTER TABLE settlements ADD CONSTRAINT " + constraint + " CHECK (price = fee + net)");
    }
  }

  @Test
  void aSaleThatIsUndoneTwiceIsFound() {
    store.query(
        """
        INSERT INTO financial_ledger (account_id, entry_id, posting_id, entry_no, kind, amount,
          currency, slot_id, created_at)
        SELECT account_id, gen_random_uuid(), '00000000-0000-4000-8000-000000000001', entry_no,
               kind, amount, currency, slot_id, created_at
        FROM financial_ledger WHERE slot_id = $1 AND kind LIKE '%REVERSAL%'\
        """,
        voided);
    try {
      assertBroken(Promise.VOIDS_MIRROR_SALES);
    } finally {
      store.query(
          """
          DELETE FROM financial_ledger WHERE posting_id = '00000000-0000-4000-8000-000000000001'\
          """);
    }
  }

  @Test
  void whoeverAsksAtOnceGetsOneAnswer() {
    List<Reconcile.Report> reports =
        now(Uni.join().all(Stream.generate(() -> reconcile.run()).limit(8).toList()).andFailFast());

    assertThat(reports.stream().distinct()).hasSizeLessThan(8);
    assertThat(now(reconcile.run())).isNotIn(reports);
  }

  private void assertBroken(Promise promise) {
    Check check =
        now(reconcile.run()).books().checks().stream()
            .filter(found -> found.promise() == promise)
            .findFirst()
            .orElseThrow();
    assertThat(check.holds()).as(check.toString()).isFalse();
    assertThat(check.violations()).isPositive();
    assertThat(check.examples()).isNotEmpty().doesNotContainNull();
  }

  private static List<Promise> broken(Reconciliation books) {
    return books.checks().stream()
        .filter(check -> !check.holds())
        .map(Check::promise)
        .collect(Collectors.toList());
  }

  private static long rows(Reconciliation books, Promise promise) {
    return books.checks().stream()
        .filter(check -> check.promise() == promise)
        .findFirst()
        .orElseThrow()
        .rows();
  }

  private String settled(String price) {
    String slotId = fresh("books");
    now(truthStore.settle(List.of(awarded(slotId, offer(buyer, price)))));
    return slotId;
  }

  private String named(String sql) {
    return sql.replace("$sold", sold).replace("$voided", voided).replace("$buyer", buyer);
  }
}
