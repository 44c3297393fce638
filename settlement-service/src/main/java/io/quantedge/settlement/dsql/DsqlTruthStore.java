package io.quantedge.settlement.dsql;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.domain.GroupDecision;
import io.quantedge.settlement.domain.SettlementRules;
import io.quantedge.settlement.dsql.SlotRows.Decided;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settles a group in one SQL transaction: which are settled already? who can pay? write all of it,
 * commit. Thread-safe.
 */
@Singleton
class DsqlTruthStore implements TruthStore {
  private final SqlTransactions transactions;
  private final SlotRows slots;
  private final BalanceGuard balances;
  private final SettlementRules rules;
  private final Clock clock;

  DsqlTruthStore(
      SqlTransactions transactions,
      SlotRows slots,
      BalanceGuard balances,
      SettlementRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.slots = slots;
    this.balances = balances;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public Uni<Attempted<List<Result>>> settle(List<AuctionOutcome> group) {
    return transactions.run(connection ->
        slots
            .findAll(connection, group.stream().map(outcome -> outcome.slot().slotId()).toList())
            .chain(decided -> settleRest(connection, group, decided)));
  }

  @Override
  public Uni<Optional<SettlementEvent>> settlementOf(SlotId slotId) {
    return transactions.run(
        connection -> slots.find(connection, slotId).map(found -> found.map(Decided::event)));
  }

  private Uni<Attempted<List<Result>>> settleRest(
      SqlConnection connection, List<AuctionOutcome> group, Map<SlotId, Decided> decided) {
    List<AuctionOutcome> rest =
        group.stream().filter(outcome -> !decided.containsKey(outcome.slot().slotId())).toList();
    Uni<Map<SlotId, Result>> written =
        rest.isEmpty() ? Uni.createFrom().item(Map.of()) : decideAndWrite(connection, rest);
    return written.map(results -> {
      List<Result> inOrder =
          group.stream().map(outcome -> resultOf(outcome, decided, results)).toList();
      return rest.isEmpty() ? Attempted.alreadyThere(inOrder) : Attempted.committed(inOrder);
    });
  }

  private static Result resultOf(
      AuctionOutcome outcome, Map<SlotId, Decided> decided, Map<SlotId, Result> written) {
    SlotId slotId = outcome.slot().slotId();
    Decided before = decided.get(slotId);
    return before == null ? Objects.requireNonNull(written.get(slotId)) : found(outcome, before);
  }

  private Uni<Map<SlotId, Result>> decideAndWrite(
      SqlConnection connection, List<AuctionOutcome> rest) {
    // What the store keeps, so that an announcement that is read back is the same.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return balances
        .read(connection, parties(rest))
        .map(buyers -> GroupDecision.of(rest, buyers, rules))
        .chain(decision -> write(connection, rest, decision, now));
  }

  /**
   * All statements go out together on the one connection, so that an attempt costs few round trips.
   */
  private Uni<Map<SlotId, Result>> write(
      SqlConnection connection, List<AuctionOutcome> rest, GroupDecision decision, Instant now) {
    GroupRows rows = new GroupRows(now);
    Map<SlotId, Result> results = new HashMap<>();
    for (int i = 0; i < rest.size(); i++) {
      SettlementEvent event = rows.add(rest.get(i), decision.decisions().get(i));
      results.put(event.slotId(), new Result.Settled(event, Finding.COMMITTED));
    }
    List<Uni<?>> writes = new ArrayList<>(rows.writes(connection));
    writes.add(balances.change(connection, decision.changes(), now));
    return Uni.combine().all().unis(writes).discardItems().replaceWith(results);
  }

  /** Who may buy and who sells: the rules ask for all of them. */
  private static Set<AccountId> parties(List<AuctionOutcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome ->
            Stream.concat(
                Stream.of(outcome.slot().publisherId()),
                outcome.candidates().stream().map(candidate -> candidate.bid().accountId())))
        .collect(Collectors.toSet());
  }

  private static Result found(AuctionOutcome outcome, Decided decided) {
    boolean same =
        decided.digest().equals(outcome.digest()) && decided.closeOffset() == outcome.closeOffset();
    return same
        ? new Result.Settled(decided.event(), Finding.ALREADY_SETTLED)
        : new Result.Contradicted(
            outcome.slot().slotId(),
            "slot "
                + outcome.slot().slotId()
                + " is settled by another outcome: committed digest "
                + decided.digest()
                + " at close offset "
                + decided.closeOffset()
                + ", received "
                + outcome.digest()
                + " at "
                + outcome.closeOffset());
  }
}
