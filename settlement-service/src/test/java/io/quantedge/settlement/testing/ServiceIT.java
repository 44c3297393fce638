package io.quantedge.settlement.testing;

import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.localstack.DsqlFaults;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.settlement.application.Accounts;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** What all component tests share: the whole service, once, on a real broker and a real store. */
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
@NullUnmarked
public abstract class ServiceIT {
  protected LocalDsql dsql;
  protected DsqlFaults faults;
  @Inject protected TestStore store;
  @Inject protected Topics topics;
  @Inject protected Accounts accounts;

  @BeforeEach
  void theServiceIsReady() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200));
  }

  /** A name that no other test uses. */
  protected static String fresh(String prefix) {
    return prefix + "-" + UUID.randomUUID();
  }

  /** A new advertiser that may owe up to this limit. */
  protected String advertiser(String creditLimit) {
    String accountId = fresh("advertiser");
    Account account =
        new Account(
            new AccountId(accountId),
            AccountType.ADVERTISER,
            "An advertiser",
            Money.of(creditLimit, Outcomes.USD));
    assertThat(now(accounts.define(account))).isEqualTo(Accounts.Definition.CREATED);
    return accountId;
  }

  /**
   * What comes at once overlaps for certain: every statement and every COMMIT takes so long that
   * all have read before the first one commits.
   */
  protected <T> T overlapping(Uni<T> race) {
    faults.latency(40, 300);
    try {
      return now(race);
    } finally {
      faults.clear();
    }
  }
}
