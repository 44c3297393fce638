package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.domain.SettlementRules;
import io.quantedge.settlement.dsql.SlotRows.Decided;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settles in one SQL transaction: settled already? who can pay? write all of it, commit.
 * Thread-safe.
 */
@Singleton
class DsqlTruthStore implements TruthStore {
  private final SqlTransactions transactions;
  private final SlotRows slots;
  private final AccountRows accounts;
  private final LedgerRows ledger;
  private final OutcomeWriter writer;
  private final SettlementRules rules;

  DsqlTruthStore(
      SqlTransactions transactions,
      SlotRows slots,
      AccountRows accounts,
      LedgerRows ledger,
      OutcomeWriter writer,
      SettlementRules rules) {
    this.transactions = transactions;
    this.slots = slots;
    this.accounts = accounts;
    this.ledger = ledger;
    this.writer = writer;
    this.rules = rules;
  }

  @Override
  public Uni<Attempted<SettlementEvent>> settle(AuctionOutcome outcome) {
    return transactions.run(connection ->
        slots
            .find(connection, outcome.slot().slotId())
            .chain(found ->
                found.isPresent()
                    ? Uni.createFrom().item(() -> alreadyThere(outcome, found.get()))
                    : decideAndWrite(connection, outcome).map(Attempted::committed)));
  }

  @Override
  public Uni<Optional<SettlementEvent>> settlementOf(SlotId slotId) {
    return transactions.run(
        connection -> slots.find(connection, slotId).map(found -> found.map(Decided::event)));
  }

  @Override
  public Uni<Optional<Posted>> ledgerOf(SlotId slotId) {
    return transactions.run(connection -> ledger.find(connection, SettlementId.of(slotId).value()));
  }

  private Uni<SettlementEvent> decideAndWrite(SqlConnection connection, AuctionOutcome outcome) {
    return accounts
        .guarded(
            connection,
            outcome.candidates().stream()
                .map(candidate -> candidate.bid().accountId())
                .collect(Collectors.toSet()))
        .map(buyers -> rules.decide(outcome, buyers))
        .chain(decision -> writer.write(connection, outcome, decision));
  }

  /**
   * Evaluation is deterministic: two different outcomes of one slot mean that somebody is wrong.
   */
  private static Attempted<SettlementEvent> alreadyThere(AuctionOutcome outcome, Decided decided) {
    if (!decided.digest().equals(outcome.digest())
        || decided.closeOffset() != outcome.closeOffset()) {
      throw new StoreException(
          new StoreFailure.Permanent(
              "slot "
                  + outcome.slot().slotId()
                  + " is settled by another outcome: committed digest "
                  + decided.digest()
                  + " at close offset "
                  + decided.closeOffset()
                  + ", received "
                  + outcome.digest()
                  + " at "
                  + outcome.closeOffset()),
          null);
    }
    return Attempted.alreadyThere(decided.event());
  }
}
