package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads.StatementRequest;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.FeeRate;
import io.quantedge.settlement.domain.Posting;
import io.quantedge.settlement.domain.SettlementRules;
import io.quantedge.settlement.domain.SlotEvent;
import io.quantedge.settlement.domain.SlotHistory;
import io.quantedge.settlement.domain.SlotRequest;
import io.quantedge.settlement.domain.SlotStage;
import io.quantedge.settlement.testing.Outcomes;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services' roles on a real server: what they need is granted, and nothing else is. */
@NullUnmarked
class RolesIT {
  private static final Path PENDING = Path.of("src/main/resources/db/migration/pending");
  private static final AccountId BUYER = new AccountId("buyer-1");
  private static final Instant NOW = Instant.parse("2026-03-01T10:05:01Z");

  private static EmbeddedPostgres postgres;
  private static Vertx vertx;
  private static Pool pool;

  private final AccountRows accounts = new AccountRows();
  private final LedgerRows ledger = new LedgerRows();
  private final SlotRows slots = new SlotRows();
  private final SlotEventRows events = new SlotEventRows();
  private final OutcomeWriter writer =
      new OutcomeWriter(new OutcomeRows(), ledger, accounts, Clock.systemUTC());
  private SqlConnection connection;

  @BeforeAll
  static void theSchemaAndTheRolesAreThere() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    vertx = Vertx.vertx();
    pool =
        new Pool(
            PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(
                    new PgConnectOptions()
                        .setHost("localhost")
                        .setPort(postgres.getPort())
                        .setDatabase("postgres")
                        .setUser("postgres"))
                .using(vertx.getDelegate())
                .build());
    now(new SchemaMigrator(pool, Clock.systemUTC()).migrate(MigrationFiles.all()));
    now(
        Multi.createFrom()
            .iterable(pending())
            .onItem()
            // Plain PostgreSQL builds an index at once, and knows no word for it.
            .transformToUniAndConcatenate(
                sql -> pool.query(sql.replace("INDEX ASYNC", "INDEX")).execute())
            .collect()
            .asList());
  }

  @AfterAll
  static void everythingEnds() throws IOException {
    now(pool.close());
    now(vertx.close());
    postgres.close();
  }

  @BeforeEach
  void aSqlTransactionBegins() {
    connection = now(pool.getConnection());
    run("BEGIN ISOLATION LEVEL REPEATABLE READ");
  }

  @AfterEach
  void aSqlTransactionEnds() {
    run("ROLLBACK");
    run("RESET ROLE");
    now(connection.close());
  }

  @Test
  void theSettlementRoleCanDoEverythingThatSettlingAndVoidingTakes() {
    run("SET ROLE exchange_settlement");
    AuctionOutcome outcome = awarded("slot-1", offer(BUYER.value(), "5.4000"));
    SlotId slotId = outcome.slot().slotId();
    now(accounts.insert(connection, account(BUYER, AccountType.ADVERTISER, "100"), NOW));
    now(accounts.insert(connection, account(Outcomes.PUBLISHER, AccountType.PUBLISHER, "0"), NOW));

    assertThat(now(slots.find(connection, slotId))).isEmpty();
    Map<AccountId, Buyer> known =
        now(accounts.guarded(connection, Set.of(BUYER, Outcomes.PUBLISHER)));
    SettlementEvent event =
        now(
            writer.write(
                connection,
                outcome,
                new SettlementRules(new FeeRate(1_000)).decide(outcome, known)));
    assertThat(event).isInstanceOf(SettlementEvent.Settled.class);
    assertThat(now(slots.find(connection, slotId)).orElseThrow().event()).isEqualTo(event);
    voidIt(slotId);
    assertThat(now(events.history(connection, slotId)).orElseThrow().stage())
        .isEqualTo(SlotStage.VOIDED);
    assertThat(now(accounts.balance(connection, account(BUYER, AccountType.ADVERTISER, "100"))))
        .isEqualTo(Money.of("0", Outcomes.USD));
    assertThat(
            now(
                new StatementRows(accounts)
                    .page(
                        connection,
                        new StatementRequest(
                            BUYER, Optional.empty(), Instant.EPOCH, NOW.plus(999, ChronoUnit.DAYS)),
                        new Page.Request<>(Optional.empty(), 10))))
        .isPresent();
    for (ReconciliationChecks check : ReconciliationChecks.ALL) {
      assertThat(now(check.run(connection)).holds()).as(check.promise().name()).isTrue();
    }
    run("SELECT version, checksum FROM schema_migrations");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE financial_ledger SET amount = 0",
        "DELETE FROM financial_ledger",
        "UPDATE settlements SET price = 1",
        "DELETE FROM settlements",
        "UPDATE ad_bids SET verdict = 'WON'",
        "DELETE FROM ad_bids",
        "UPDATE slot_events SET event_type = 'OPEN'",
        "DELETE FROM slot_events",
        "UPDATE ad_slots SET state = 'UNSOLD'",
        "DELETE FROM ad_slots",
        "UPDATE enterprise_accounts SET credit_limit = 1000000",
        "DELETE FROM account_balances",
        "TRUNCATE financial_ledger",
        "DROP TABLE financial_ledger",
        "ALTER TABLE financial_ledger ADD COLUMN note text",
        "INSERT INTO schema_migrations VALUES (999, 'x', 'x', now())",
        "SELECT * FROM conflict_events",
        "INSERT INTO simulation_runs (run_id) VALUES (gen_random_uuid())",
        "CREATE TABLE mine (id integer)"
      })
  void theSettlementRoleCannotChangeWhatIsCommitted(String sql) {
    run("SET ROLE exchange_settlement");

    assertRefused(sql);
  }

  @Test
  void theTelemetryRoleReadsEverythingAndWritesWhatIsItsOwn() {
    run("SET ROLE exchange_telemetry");
    for (String table :
        List.of(
            "enterprise_accounts",
            "account_balances",
            "ad_slots",
            "ad_bids",
            "settlements",
            "financial_ledger",
            "slot_events",
            "conflict_events",
            "simulation_runs")) {
      run("SELECT * FROM " + table);
    }
    run(
        """
        INSERT INTO conflict_events (operation_id, attempt, type, slot_ids, worker, region,
          occurred_at)
        VALUES (gen_random_uuid(), 1, 'RESOLVED', '', 'w', 'r', now()) ON CONFLICT DO NOTHING\
        """);
    run(
        """
        INSERT INTO simulation_runs (run_id, command, seed, started_at, bids_sent,
          bids_acknowledged, slots)
        VALUES (gen_random_uuid(), 'demo', 1, now(), 0, 0, 0) ON CONFLICT DO NOTHING\
        """);
    run("UPDATE simulation_runs SET finished_at = now(), all_hold = true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE conflict_events SET attempt = 2",
        "DELETE FROM conflict_events",
        "DELETE FROM simulation_runs",
        "UPDATE account_balances SET balance = 0",
        "INSERT INTO slot_events VALUES ('s', 1, 'OPEN', now(), now())",
        "SELECT * FROM account_balances FOR UPDATE"
      })
  void theTelemetryRoleCannotTouchMoney(String sql) {
    run("SET ROLE exchange_telemetry");

    assertRefused(sql);
  }

  private void voidIt(SlotId slotId) {
    SlotHistory history = now(events.history(connection, slotId)).orElseThrow();
    SlotRequest request = new SlotRequest(UUID.randomUUID(), "never shown");
    SlotEvent voided =
        new SlotEvent(history.nextEventNo(), SlotStage.VOIDED, NOW, NOW, Optional.of(request));
    Posting sale =
        now(ledger.find(connection, SettlementId.of(slotId).value())).orElseThrow().posting();
    Buyer buyer = now(accounts.guarded(connection, Set.of(BUYER))).get(BUYER);
    now(events.append(connection, slotId, voided, request));
    now(ledger.append(connection, Posting.ofReversal(sale), NOW));
    now(accounts.changeBalance(connection, buyer, Money.of("0", Outcomes.USD), NOW));
  }

  private void assertRefused(String sql) {
    assertThatThrownBy(() -> run(sql))
        .isInstanceOfSatisfying(
            PgException.class,
            refused -> assertThat(refused.getSqlState()).as(sql).isEqualTo("42501"));
  }

  private void run(String sql) {
    now(connection.query(sql).execute());
  }

  private static Account account(AccountId accountId, AccountType type, String limit) {
    return new Account(accountId, type, "an account", Money.of(limit, Outcomes.USD));
  }

  private static List<String> pending() throws IOException {
    try (Stream<Path> files = Files.list(PENDING)) {
      return files.sorted().map(RolesIT::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
