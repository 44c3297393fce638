package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.GroupDecision.BalanceChange;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What settlement would be without its guard: it reads the true balance, as the sum of the ledger,
 * and trusts that nobody else spends it. Proofs and tests show with it what the guard is for; no
 * bean, so nothing else can get it by accident. Stateless.
 */
final class BlindBalances implements BalanceGuard {
  private final AccountRows accounts;

  BlindBalances(AccountRows accounts) {
    this.accounts = accounts;
  }

  @Override
  public Uni<Map<AccountId, Buyer>> read(SqlConnection connection, Set<AccountId> accountIds) {
    return accounts
        .buyers(connection, accountIds)
        .chain(buyers ->
            Multi.createFrom()
                .iterable(buyers.values())
                .onItem()
                .transformToUniAndConcatenate(buyer -> summed(connection, buyer))
                .collect()
                .asList())
        .map(buyers ->
            buyers.stream()
                .collect(Collectors.toMap(buyer -> buyer.account().accountId(), buyer -> buyer)));
  }

  private Uni<Buyer> summed(SqlConnection connection, Buyer buyer) {
    return accounts
        .ledgerSums(connection, buyer.account().accountId())
        .map(sums ->
            new Buyer(
                buyer.account(),
                sums.isEmpty() ? Money.ofUnits(0, buyer.account().currency()) : sums.getFirst(),
                buyer.version()));
  }

  @Override
  public Uni<Void> change(SqlConnection connection, List<BalanceChange> changes, Instant now) {
    return Uni.createFrom().voidItem();
  }
}
