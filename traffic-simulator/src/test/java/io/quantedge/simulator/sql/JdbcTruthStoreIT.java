package io.quantedge.simulator.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.LocalPostgres;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.BalanceRow;
import io.quantedge.simulator.domain.evidence.Truth.EntryRow;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The truth store's real tables, as settlement-service creates them, in PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class JdbcTruthStoreIT {
  private static final Pattern TABLES = Pattern.compile("(CREATE|ALTER) (TABLE|SCHEMA)");
  private static final SlotId SOLD = new SlotId("sold");
  private static final SlotId UNSOLD = new SlotId("unsold");
  private static final SlotId OTHER = new SlotId("other");

  private final LocalPostgres postgres = LocalPostgres.start();
  private final JdbcTruthStore store =
      new JdbcTruthStore(postgres.jdbcUrl(), postgres.username(), postgres.password());

  @BeforeAll
  void fill() throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
        Statement statement = connection.createStatement()) {
      Path folder =
          ExchangeHome.find().root().resolve("settlement-service/src/main/resources/db/migration");
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
          String sql = Files.readString(file);
          // Roles, grants and indexes are the store's business, not the reader's.
          if (TABLES.matcher(sql).find()) {
            statement.execute(sql);
          }
        }
      }
      insertSlot(statement, "sold", "SETTLED");
      insertSlot(statement, "unsold", "UNSOLD");
      insertSlot(statement, "other", "SETTLED");
      insertSale(statement, "sold", 1);
      insertSale(statement, "other", 2);
      statement.execute(
          """
          INSERT INTO enterprise_accounts VALUES
            ('ann', 'ADVERTISER', 'Ann', 'USD', 1000, now()),
            ('new', 'ADVERTISER', 'New', 'USD', 5, now())
          """);
      statement.execute(
          """
          INSERT INTO account_balances VALUES
            ('ann', 'USD', -10.8, 2, now()), ('new', 'USD', 0, 0, now())
          """);
    }
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @Test
  void readsTheRowsOfTheRunExactly() throws Exception {
    Truth truth = store.read(List.of(SOLD, UNSOLD), List.of("ann", "new", "nobody"));

    assertThat(truth.states())
        .hasSize(2)
        .containsEntry(SOLD, "SETTLED")
        .containsEntry(UNSOLD, "UNSOLD");
    assertThat(truth.settlements())
        .containsExactly(
            new SettlementRow(
                new UUID(0, 1),
                SOLD,
                "ann",
                "pub",
                new UUID(9, 9),
                2,
                "sa-east-1",
                Money.of("6", "USD"),
                Money.of("5.4", "USD"),
                Money.of("0.54", "USD"),
                Money.of("4.86", "USD")));
    assertThat(truth.entries())
        .containsExactlyInAnyOrder(
            new EntryRow(new UUID(0, 1), SOLD, "ann", Money.of("-5.4", "USD")),
            new EntryRow(new UUID(0, 1), SOLD, "pub", Money.of("4.86", "USD")),
            new EntryRow(new UUID(0, 1), SOLD, "exchange-fees", Money.of("0.54", "USD")));
    // Another slot's sale is part of the balance, too.
    assertThat(truth.balances())
        .hasSize(2)
        .containsEntry(
            "ann",
            new BalanceRow(
                Money.of("-10.8", "USD"), Money.of("-10.8", "USD"), Money.of("1000", "USD")))
        .containsEntry(
            "new",
            new BalanceRow(Money.of("0", "USD"), Money.of("0", "USD"), Money.of("5", "USD")));
  }

  @Test
  void countsOnlyWhatIsFinalAndAskedFor() throws Exception {
    assertThat(store.countFinal(List.of(SOLD, UNSOLD, new SlotId("open")))).isEqualTo(2);
    assertThat(store.countFinal(List.of(OTHER))).isEqualTo(1);
    assertThat(store.countFinal(List.of())).isZero();
  }

  @Test
  void aStoreThatCannotBeReadIsNamed() {
    JdbcTruthStore nowhere =
        new JdbcTruthStore("jdbc:postgresql://127.0.0.1:1/none", "u", "secret");

    assertThatThrownBy(() -> nowhere.countFinal(List.of(SOLD)))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/none")
        .hasMessageNotContaining("secret");
  }

  private static void insertSlot(Statement statement, String slot, String state) throws Exception {
    statement.execute(
        """
        INSERT INTO ad_slots VALUES ('%s', '%s', 'pub', 'Slot', 'USD', 1, 0.01, 'FIRST_PRICE',
          'PRICE', now(), now(), now(), 'REQUEST', 0, 0, 1, 2, 1, 1, 'digest', now())
        """
            .formatted(slot, state));
  }

  private static void insertSale(Statement statement, String slot, int id) throws Exception {
    UUID settlement = new UUID(0, id);
    statement.execute(
        """
        INSERT INTO settlements VALUES ('%s', '%s', 'ann', 'pub', '%s', 'sa-east-1', 2, 'USD',
          6, 5.4, 0.54, 4.86, now(), now())
        """
            .formatted(settlement, slot, new UUID(9, 9)));
    statement.execute(
        """
        INSERT INTO financial_ledger VALUES
          ('ann', gen_random_uuid(), '%1$s', 1, 'SALE_DEBIT', -5.4, 'USD', '%2$s', now()),
          ('pub', gen_random_uuid(), '%1$s', 2, 'SALE_CREDIT', 4.86, 'USD', '%2$s', now()),
          ('exchange-fees', gen_random_uuid(), '%1$s', 3, 'FEE_CREDIT', 0.54, 'USD', '%2$s', now())
        """
            .formatted(settlement, slot));
  }
}
