package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.AccountStore.FundingResult;
import io.quantedge.settlement.application.AccountStore.Owned;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.Funding;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Defines accounts and takes fundings, with the same retry as settlements. Thread-safe. */
public final class Accounts {
  private final AccountStore store;
  private final Commands commands;

  public Accounts(AccountStore store, OccRunner runner, Operations operations) {
    this.store = store;
    this.commands = new Commands(runner, operations);
  }

  /** Defines an account; saying the same again changes nothing. */
  public Uni<Definition> define(Account account) {
    return commands
        .run(List.of(), () -> store.define(account))
        .map(result -> {
          if (result.finding() == Finding.COMMITTED) {
            return Definition.CREATED;
          }
          return result.value().equals(account) ? Definition.SAME : Definition.CONFLICT;
        });
  }

  public Uni<Optional<Owned>> find(AccountId accountId) {
    return store.find(accountId);
  }

  /** An account as its entries were by then. */
  public Uni<Optional<Owned>> find(AccountId accountId, Instant asOf) {
    return store.find(accountId, asOf);
  }

  /** Books a funding; saying the same again books nothing more. */
  public Uni<Attempted<FundingResult>> fund(Funding funding) {
    return commands.run(List.of(), () -> store.fund(funding));
  }

  /** What became of a definition. */
  public enum Definition {
    /** The account is new. */
    CREATED,
    /** It was there, defined in the same way. */
    SAME,
    /** It was there, defined in another way, and stays as it was. */
    CONFLICT
  }
}
