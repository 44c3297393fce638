package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.GroupDecision.BalanceChange;
import io.quantedge.settlement.domain.SettlementRules;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes down what the service's truth store would say to settle outcomes one by one, by letting it
 * speak to nobody: the very statements and parameters, so that they can be measured without the
 * service. It keeps the buyers' books itself, so the scripts hold if they are played in their
 * order. Not thread-safe.
 */
public final class ScriptWriter {
  private final Map<AccountId, Buyer> buyers = new HashMap<>();
  private final SettlementRules rules;
  private final Clock clock;

  /**
   * @param accounts all that take part, with untouched balances of zero
   */
  public ScriptWriter(List<Account> accounts, SettlementRules rules, Clock clock) {
    accounts.forEach(account ->
        buyers.put(
            account.accountId(), new Buyer(account, Money.ofUnits(0, account.currency()), 0)));
    this.rules = rules;
    this.clock = clock;
  }

  /** The whole of one attempt that settles this outcome alone. */
  public Script settling(AuctionOutcome outcome) {
    NotingConnection connection = new NotingConnection();
    AccountRows accounts = new AccountRows();
    new DsqlTruthStore(
            new ToNobody(connection),
            new NothingDecided(connection),
            new Books(connection, new VersionedBalances(accounts)),
            rules,
            clock)
        .settle(List.of(outcome))
        .subscribe()
        .with(ignored -> {});
    return connection.script();
  }

  /** Runs work on the noting connection, without any SQL transaction. */
  private static final class ToNobody extends SqlTransactions {
    private final NotingConnection connection;

    @SuppressWarnings("NullAway") // Nothing of the parent is used.
    ToNobody(NotingConnection connection) {
      super((Dsql) null, new StoreGate());
      this.connection = connection;
    }

    @Override
    <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
      return work.apply(connection);
    }
  }

  /** Asks for the slots, and goes on as if none of them was decided. */
  private static final class NothingDecided extends SlotRows {
    private final NotingConnection noting;

    NothingDecided(NotingConnection noting) {
      this.noting = noting;
    }

    @Override
    Uni<Map<SlotId, Decided>> findAll(SqlConnection connection, Collection<SlotId> slotIds) {
      noting.breathe();
      super.findAll(connection, slotIds).subscribe().with(ignored -> {});
      return Uni.createFrom().item(Map.of());
    }
  }

  /** Asks the store for the balances and answers from our books. */
  private final class Books implements BalanceGuard {
    private final NotingConnection noting;
    private final VersionedBalances real;

    Books(NotingConnection noting, VersionedBalances real) {
      this.noting = noting;
      this.real = real;
    }

    @Override
    public Uni<Map<AccountId, Buyer>> read(SqlConnection connection, Set<AccountId> accountIds) {
      noting.breathe();
      real.read(connection, accountIds).subscribe().with(ignored -> {});
      noting.breathe();
      return Uni.createFrom().item(Map.copyOf(buyers));
    }

    @Override
    public Uni<Void> change(SqlConnection connection, List<BalanceChange> changes, Instant now) {
      for (BalanceChange change : changes) {
        Buyer read = change.read();
        buyers.put(
            read.account().accountId(),
            new Buyer(read.account(), change.after(), read.version() + 1));
      }
      return real.change(connection, changes, now);
    }
  }
}
