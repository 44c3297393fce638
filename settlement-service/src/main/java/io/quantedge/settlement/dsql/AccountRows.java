package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import io.quantedge.settlement.domain.Buyer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and writes accounts and their guarded balances, within a SQL transaction. Stateless. */
@Singleton
class AccountRows {
  private static final String ACCOUNTS =
      """
      SELECT account_id, account_type, name, currency, credit_limit
      FROM enterprise_accounts WHERE account_id = ANY($1)\
      """;

  /**
   * Not locked: whoever changes a balance updates the row as it was read, by its version, and that
   * is what rivals meet at COMMIT. An account that is only looked at may pay for others meanwhile.
   */
  private static final String BALANCES =
      """
      SELECT account_id, currency, balance, version
      FROM account_balances WHERE account_id = ANY($1)\
      """;

  /** What is known of these accounts; unknown ones are absent. */
  Uni<Map<AccountId, Buyer>> buyers(SqlConnection connection, Set<AccountId> accountIds) {
    String[] ids = accountIds.stream().map(AccountId::value).sorted().toArray(String[]::new);
    return Uni.join()
        .all(
            Sql.rows(connection, ACCOUNTS, (Object) ids),
            Sql.rows(connection, BALANCES, (Object) ids))
        .andFailFast()
        .map(answers -> buyers(answers.get(0), answers.get(1)));
  }

  /** An account alone, unguarded: definitions never change. */
  Uni<Optional<Account>> definition(SqlConnection connection, AccountId accountId) {
    return Sql.rows(connection, ACCOUNTS, (Object) new String[] {accountId.value()})
        .map(rows -> rows.stream().map(AccountRows::account).findFirst());
  }

  /** An advertiser's balance, unguarded: to look at, not to decide by. */
  Uni<Money> balance(SqlConnection connection, Account account) {
    return Sql.rows(
            connection,
            "SELECT currency, balance FROM account_balances WHERE account_id = $1",
            account.accountId().value())
        .map(rows -> Sql.money(rows.getFirst(), "balance", "currency"));
  }

  /** The sums of an account's entries, by currency. */
  Uni<List<Money>> ledgerSums(SqlConnection connection, AccountId accountId) {
    return Sql.rows(
            connection,
            """
            SELECT currency, sum(amount) AS total FROM financial_ledger
            WHERE account_id = $1 GROUP BY currency ORDER BY currency\
            """,
            accountId.value())
        .map(rows -> rows.stream().map(row -> Sql.money(row, "total", "currency")).toList());
  }

  /** The same, of what was booked up to and including an instant. */
  Uni<List<Money>> ledgerSums(SqlConnection connection, AccountId accountId, Instant asOf) {
    return Sql.rows(
            connection,
            """
            SELECT currency, sum(amount) AS total FROM financial_ledger
            WHERE account_id = $1 AND created_at <= $2 GROUP BY currency ORDER BY currency\
            """,
            accountId.value(),
            Sql.time(asOf))
        .map(rows -> rows.stream().map(row -> Sql.money(row, "total", "currency")).toList());
  }

  Uni<Void> insert(SqlConnection connection, Account account, Instant now) {
    Uni<Integer> definition =
        Sql.write(
            connection,
            """
            INSERT INTO enterprise_accounts
              (account_id, account_type, name, currency, credit_limit, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)\
            """,
            Sql.tuple(
                account.accountId().value(),
                account.type().name(),
                account.name(),
                account.currency(),
                account.creditLimit().toDecimal(),
                Sql.time(now)));
    if (account.type() != AccountType.ADVERTISER) {
      return definition.replaceWithVoid();
    }
    return definition
        .chain(() ->
            Sql.write(
                connection,
                """
                INSERT INTO account_balances
                  (account_id, currency, balance, version, updated_at)
                VALUES ($1, $2, 0, 0, $3)\
                """,
                Sql.tuple(account.accountId().value(), account.currency(), Sql.time(now))))
        .replaceWithVoid();
  }

  private static Map<AccountId, Buyer> buyers(List<Row> accounts, List<Row> balances) {
    Map<String, Row> byAccount =
        balances.stream()
            .collect(Collectors.toMap(row -> row.getString("account_id"), Function.identity()));
    Map<AccountId, Buyer> buyers = new HashMap<>();
    for (Row row : accounts) {
      Account account = account(row);
      Row balance = byAccount.get(account.accountId().value());
      buyers.put(
          account.accountId(),
          balance == null
              ? new Buyer(account, Money.ofUnits(0, account.currency()), 0)
              : new Buyer(
                  account, Sql.money(balance, "balance", "currency"), balance.getLong("version")));
    }
    return buyers;
  }

  /** Reads {@code account_id, account_type, name, currency, credit_limit}. */
  static Account account(Row row) {
    return new Account(
        new AccountId(row.getString("account_id")),
        AccountType.valueOf(row.getString("account_type")),
        row.getString("name"),
        Sql.money(row, "credit_limit", "currency"));
  }
}
