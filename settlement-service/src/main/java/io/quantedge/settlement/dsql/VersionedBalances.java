package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.GroupDecision.BalanceChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row for each advertiser, updated by every debit and only as it was read: two attempts that
 * spend from one balance write the same row, and the second one fails at COMMIT or finds another
 * version. Stateless.
 */
@Singleton
class VersionedBalances implements BalanceGuard {
  /** All balances of a group in one statement, each once. */
  private static final String CHANGE =
      """
      UPDATE account_balances b
      SET balance = c.balance, version = b.version + 1, updated_at = $4
      FROM unnest($1::varchar[], $2::numeric[], $3::bigint[]) AS c (account_id, balance, version)
      WHERE b.account_id = c.account_id AND b.version = c.version\
      """;

  private final AccountRows accounts;

  VersionedBalances(AccountRows accounts) {
    this.accounts = accounts;
  }

  @Override
  public Uni<Map<AccountId, Buyer>> read(SqlConnection connection, Set<AccountId> accountIds) {
    return accounts.buyers(connection, accountIds);
  }

  @Override
  public Uni<Void> change(SqlConnection connection, List<BalanceChange> changes, Instant now) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String[] ids =
        changes.stream().map(c -> c.read().account().accountId().value()).toArray(String[]::new);
    BigDecimal[] balances =
        changes.stream().map(change -> change.after().toDecimal()).toArray(BigDecimal[]::new);
    Long[] versions = changes.stream().map(change -> change.read().version()).toArray(Long[]::new);
    return Sql.write(connection, CHANGE, Sql.tuple(ids, balances, versions, Sql.time(now)))
        .invoke(written -> {
          if (written != changes.size()) {
            throw moved(changes.size() - written);
          }
        })
        .replaceWithVoid();
  }

  private static StoreException moved(int count) {
    return new StoreException(
        new StoreFailure.Conflict(
            Optional.empty(), Optional.empty(), count + " balances changed after they were read"),
        null);
  }
}
