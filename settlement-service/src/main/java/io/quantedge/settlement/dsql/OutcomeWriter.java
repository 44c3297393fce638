package io.quantedge.settlement.dsql;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.domain.SettlementDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a decision, within a SQL transaction. All statements go out together on the one
 * connection, so that an attempt costs few round trips. Thread-safe.
 */
@Singleton
class OutcomeWriter {
  private final OutcomeRows outcomes;
  private final LedgerRows ledger;
  private final AccountRows accounts;
  private final Clock clock;

  OutcomeWriter(OutcomeRows outcomes, LedgerRows ledger, AccountRows accounts, Clock clock) {
    this.outcomes = outcomes;
    this.ledger = ledger;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What the rest of the exchange will be told once this is committed. */
  Uni<SettlementEvent> write(
      SqlConnection connection, AuctionOutcome outcome, SettlementDecision decision) {
    // What the store keeps, so that an announcement that is read back is the same.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Uni<?>> writes = new ArrayList<>();
    // The slot comes first: every rival for it wants this very row.
    writes.add(outcomes.insertSlot(connection, outcome, decision, now));
    writes.add(outcomes.insertBids(connection, outcome, decision));
    writes.add(outcomes.insertEvents(connection, outcome, decision, now));
    if (decision instanceof SettlementDecision.Settle settle) {
      writes.add(outcomes.insertSettlement(connection, settle.event(outcome, now)));
      writes.add(ledger.append(connection, settle.posting(), now));
      writes.add(accounts.changeBalance(connection, settle.buyer(), settle.balanceAfter(), now));
    }
    return Uni.combine()
        .all()
        .unis(writes)
        .discardItems()
        .replaceWith(decision.event(outcome, now));
  }
}
