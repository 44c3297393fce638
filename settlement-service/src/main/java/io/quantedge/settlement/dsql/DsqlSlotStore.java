package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.application.SlotStore;
import io.quantedge.settlement.application.TruthStore.Posted;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.EntryKind;
import io.quantedge.settlement.domain.GroupDecision.BalanceChange;
import io.quantedge.settlement.domain.LedgerEntry;
import io.quantedge.settlement.domain.Posting;
import io.quantedge.settlement.domain.SlotEvent;
import io.quantedge.settlement.domain.SlotHistory;
import io.quantedge.settlement.domain.SlotRequest;
import io.quantedge.settlement.domain.SlotRequest.Verdict;
import io.quantedge.settlement.domain.SlotStage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds to what happened to a slot, and never changes it: a void is a new event and new entries.
 * Thread-safe.
 */
@Singleton
class DsqlSlotStore implements SlotStore {
  private final SqlTransactions transactions;
  private final SlotEventRows events;
  private final LedgerRows ledger;
  private final BalanceGuard balances;
  private final Clock clock;

  DsqlSlotStore(
      SqlTransactions transactions,
      SlotEventRows events,
      LedgerRows ledger,
      BalanceGuard balances,
      Clock clock) {
    this.transactions = transactions;
    this.events = events;
    this.ledger = ledger;
    this.balances = balances;
    this.clock = clock;
  }

  @Override
  public Uni<Optional<SlotHistory>> historyOf(SlotId slotId) {
    return transactions.run(connection -> events.history(connection, slotId));
  }

  @Override
  public Uni<List<Posted>> postingsOf(SlotId slotId) {
    return transactions.run(connection ->
        Uni.join()
            .all(
                ledger.find(connection, SettlementId.of(slotId).value()),
                ledger.find(connection, Posting.reversalPostingId(slotId)))
            .andFailFast()
            .map(found -> found.stream().flatMap(Optional::stream).toList()));
  }

  @Override
  public Uni<Attempted<Result>> annul(SlotId slotId, SlotRequest request) {
    return transactions.run(connection ->
        events
            .history(connection, slotId)
            .chain(found ->
                found.isEmpty()
                    ? written(new Result.UnknownSlot())
                    : annul(connection, found.get(), request)));
  }

  @Override
  public Uni<Attempted<Result>> dispute(SlotId slotId, SlotRequest request) {
    return transactions.run(connection ->
        events
            .history(connection, slotId)
            .chain(found ->
                found.isEmpty()
                    ? written(new Result.UnknownSlot())
                    : dispute(connection, found.get(), request)));
  }

  private Uni<Attempted<Result>> dispute(
      SqlConnection connection, SlotHistory history, SlotRequest request) {
    return switch (request.on(history, SlotStage.DISPUTED)) {
      case Verdict.Refused refused ->
          written(new Result.Refused(refused.reason(), refused.stage()));
      case Verdict.Repeated repeated -> found(repeated.event(), Optional.empty());
      case Verdict.Granted granted -> {
        SlotEvent event = next(history, SlotStage.DISPUTED, request);
        yield events
            .append(connection, history.slotId(), event, request)
            .chain(() -> written(new Result.Recorded(event, Optional.empty())));
      }
    };
  }

  private Uni<Attempted<Result>> annul(
      SqlConnection connection, SlotHistory history, SlotRequest request) {
    SlotId slotId = history.slotId();
    return switch (request.on(history, SlotStage.VOIDED)) {
      case Verdict.Refused refused ->
          written(new Result.Refused(refused.reason(), refused.stage()));
      case Verdict.Repeated repeated ->
          ledger
              .find(connection, Posting.reversalPostingId(slotId))
              .chain(reversal -> found(repeated.event(), reversal));
      case Verdict.Granted granted ->
          ledger
              .find(connection, SettlementId.of(slotId).value())
              .chain(sale -> reverse(connection, history, request, required(sale, slotId)));
    };
  }

  private Uni<Attempted<Result>> reverse(
      SqlConnection connection, SlotHistory history, SlotRequest request, Posting sale) {
    Posting reversal = Posting.ofReversal(sale);
    LedgerEntry refund = reversal.entryOf(EntryKind.REVERSAL_CREDIT).orElseThrow();
    return balances
        .read(connection, Set.of(refund.accountId()))
        .chain(buyers -> {
          Buyer buyer = buyers.get(refund.accountId());
          if (buyer == null) {
            throw new IllegalStateException("buyer " + refund.accountId() + " has no account");
          }
          // Each is within ±10^18, so the sum cannot overflow a long.
          return buyer.balance().units() + refund.amount().units() > Money.MAX_UNITS
              ? written(new Result.BalanceOutOfRange())
              : write(connection, history, request, reversal, buyer);
        });
  }

  private Uni<Attempted<Result>> write(
      SqlConnection connection,
      SlotHistory history,
      SlotRequest request,
      Posting reversal,
      Buyer buyer) {
    SlotEvent event = next(history, SlotStage.VOIDED, request);
    Instant now = event.recordedAt();
    Money refund = reversal.entryOf(EntryKind.REVERSAL_CREDIT).orElseThrow().amount();
    // The event comes first: every rival for this slot wants this very row.
    List<Uni<?>> writes =
        Stream.<Uni<?>>of(
                events.append(connection, history.slotId(), event, request),
                ledger.append(connection, reversal, now),
                balances.change(
                    connection,
                    List.of(new BalanceChange(buyer, buyer.balance().plus(refund))),
                    now))
            .toList();
    return Uni.combine()
        .all()
        .unis(writes)
        .discardItems()
        .chain(() -> written(new Result.Recorded(event, Optional.of(new Posted(reversal, now)))));
  }

  private SlotEvent next(SlotHistory history, SlotStage stage, SlotRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new SlotEvent(history.nextEventNo(), stage, now, now, Optional.of(request));
  }

  private static Posting required(Optional<Posted> sale, SlotId slotId) {
    return sale.map(Posted::posting)
        .orElseThrow(
            () -> new IllegalStateException("slot " + slotId + " is settled and has no entries"));
  }

  private static Uni<Attempted<Result>> written(Result result) {
    return Uni.createFrom().item(Attempted.committed(result));
  }

  private static Uni<Attempted<Result>> found(SlotEvent event, Optional<Posted> reversal) {
    return Uni.createFrom().item(Attempted.alreadyThere(new Result.Recorded(event, reversal)));
  }
}
