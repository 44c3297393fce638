package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.GroupDecision.BalanceChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an attempt reads what buyers own, and how it makes sure that nobody spends it meanwhile.
 * Snapshot isolation alone lets two attempts read the same balance and both spend it; the
 * implementation in use defeats that, and tests put a blind one in its place to see the difference.
 * Thread-safe.
 */
interface BalanceGuard {
  /** What is known of these accounts; unknown ones are absent. */
  Uni<Map<AccountId, Buyer>> read(SqlConnection connection, Set<AccountId> accountIds);

  /**
   * Makes the changes part of what is committed, and of what rivals are checked against.
   *
   * @return fails with a conflict if a balance is not as it was read
   */
  Uni<Void> change(SqlConnection connection, List<BalanceChange> changes, Instant now);
}
