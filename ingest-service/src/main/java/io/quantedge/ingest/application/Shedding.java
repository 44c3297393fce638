package io.quantedge.ingest.application;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.SlotDirectory;
import java.util.Optional;

/**
 * Says no before a bid costs anything, when one account or all together send more than can be taken
 * or evaluated. Thread-safe.
 */
public final class Shedding {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final AccountRates rates;
  private final SlotDirectory directory;
  private final long maxOpenBids;

  /**
   * @param maxOpenBids how many bids slots may have together while they are open: evaluators keep
   *     each of them in memory
   */
  public Shedding(AccountRates rates, SlotDirectory directory, long maxOpenBids) {
    this.rates = rates;
    this.directory = directory;
    this.maxOpenBids = maxOpenBids;
  }

  /** The reason to take nothing from this account now. Counts the bid. */
  Optional<Refusal> refusalFor(AccountId accountId) {
    long waitNanos = rates.take(accountId);
    return waitNanos == 0
        ? Optional.empty()
        : Optional.of(
            new Refusal.AccountLimited(
                accountId, rates.bidsPerSecond(), Math.ceilDiv(waitNanos, NANOS_PER_MILLI)));
  }

  /** The reason to take no new bid from anybody now. */
  Optional<Refusal> refusalForAll() {
    return directory.openBids() < maxOpenBids
        ? Optional.empty()
        : Optional.of(new Refusal.Overloaded("bids in open slots", maxOpenBids));
  }
}
