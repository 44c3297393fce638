package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.GroupDecision.BalanceChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds every attempt back after its reads until so many have read: then they overlap for certain,
 * however fast the store. Later attempts pass, and nobody waits for ever for one that never comes.
 * For proofs and tests; no bean. Thread-safe.
 */
final class Rendezvous implements BalanceGuard {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final BalanceGuard guard;
  private final int parties;
  private final AtomicInteger arrived = new AtomicInteger();
  private final CompletableFuture<Void> complete = new CompletableFuture<>();

  Rendezvous(BalanceGuard guard, int parties) {
    this.guard = guard;
    this.parties = parties;
  }

  @Override
  public Uni<Map<AccountId, Buyer>> read(SqlConnection connection, Set<AccountId> accountIds) {
    return guard
        .read(connection, accountIds)
        .call(() -> {
          if (arrived.incrementAndGet() == parties) {
            complete.complete(null);
          }
          return Uni.createFrom()
              .completionStage(complete.copy())
              .ifNoItem()
              .after(LONGEST_WAIT)
              .recoverWithItem((Void) null);
        });
  }

  @Override
  public Uni<Void> change(SqlConnection connection, List<BalanceChange> changes, Instant now) {
    return guard.change(connection, changes, now);
  }
}
