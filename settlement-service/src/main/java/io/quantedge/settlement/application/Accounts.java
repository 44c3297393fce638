package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.AccountStore.FundingResult;
import io.quantedge.settlement.application.AccountStore.Owned;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.Funding;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Defines accounts and takes fundings, with the same retry as settlements. Thread-safe. */
public final class Accounts {
  private final AccountStore store;
  private final OccRunner runner;
  private final Operations operations;

  public Accounts(AccountStore store, OccRunner runner, Operations operations) {
    this.store = store;
    this.runner = runner;
    this.operations = operations;
  }

  /** Defines an account; saying the same again changes nothing. */
  public Uni<Definition> define(Account account) {
    return run(() -> store.define(account))
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

  /** Books a funding; saying the same again books nothing more. */
  public Uni<Attempted<FundingResult>> fund(Funding funding) {
    return run(() -> store.fund(funding));
  }

  private <T> Uni<Attempted<T>> run(Supplier<Uni<Attempted<T>>> attempt) {
    return runner
        .run(operations.next(List.of(), "http"), attempt)
        .map(ended ->
            switch (ended) {
              case Ended.Done<T> done -> done.result();
              case Ended.Exhausted<T> exhausted ->
                  throw new StoreUnavailableException(
                      "the truth store did not take it in "
                          + exhausted.attempts()
                          + " attempts: "
                          + exhausted.last().detail());
              case Ended.Failed<T> failed -> throw new StoreException(failed.cause(), null);
            });
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
