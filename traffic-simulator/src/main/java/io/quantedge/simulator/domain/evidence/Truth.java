package io.quantedge.simulator.domain.evidence;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the truth store holds about the slots and accounts of a run, read in one snapshot. Rows are
 * kept as they are found, so that the checks see what is wrong with them.
 *
 * @param states the final state of each slot that has one
 * @param balances of the run's advertisers, by account
 */
public record Truth(
    Map<SlotId, String> states,
    List<SettlementRow> settlements,
    List<EntryRow> entries,
    Map<String, BalanceRow> balances) {
  public static final String SETTLED = "SETTLED";
  public static final String REJECTED = "REJECTED";
  public static final String UNSOLD = "UNSOLD";

  public Truth {
    states = Map.copyOf(states);
    settlements = List.copyOf(settlements);
    entries = List.copyOf(entries);
    balances = Map.copyOf(balances);
  }

  /** A row of {@code settlements}. */
  public record SettlementRow(
      UUID settlementId,
      SlotId slotId,
      String buyerId,
      String publisherId,
      UUID bidId,
      int candidateRank,
      String region,
      Money winningBid,
      Money price,
      Money fee,
      Money net) {}

  /** A row of {@code financial_ledger} that belongs to a slot. */
  public record EntryRow(UUID postingId, SlotId slotId, String accountId, Money amount) {}

  /**
   * What an advertiser owns.
   *
   * @param balance the guarded row's
   * @param ledgerSum the sum of all its ledger entries
   * @param creditLimit how far below zero the balance may go
   */
  public record BalanceRow(Money balance, Money ledgerSum, Money creditLimit) {}
}
