package io.quantedge.simulator.domain.check;

import io.quantedge.simulator.domain.evidence.SlotLog;
import io.quantedge.simulator.domain.evidence.SlotLog.LoggedBid;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares the bid store's items of one slot with the log, item by item, so that they need not be
 * held in memory. The store must hold each bid once, as its first record in the log says it. Not
 * thread-safe.
 */
public final class StoreAudit {
  private final Map<UUID, LoggedBid> first;
  private final int partition;
  private final Set<UUID> found = new HashSet<>();
  private final Set<UUID> faulty = new HashSet<>();
  private int unsent;
  private @Nullable String fault;

  /**
   * @param slotLog the slot's records; empty if the log has none
   */
  public StoreAudit(Optional<SlotLog> slotLog) {
    this.first = slotLog.map(SlotLog::firstById).orElse(Map.of());
    this.partition = slotLog.map(SlotLog::partition).orElse(-1);
  }

  /** How the store's items of a slot compare with the log. */
  public record Findings(
      int expected, int asLogged, int wrong, int unsent, Optional<String> fault) {
    /** Whether an item that is still missing may yet arrive. */
    public boolean isComplete() {
      return asLogged + wrong >= expected;
    }
  }

  /** Takes the slot's next item. */
  public void add(StoredBid item) {
    UUID id = item.bid().bidId().value();
    LoggedBid logged = first.get(id);
    if (logged == null) {
      unsent++;
      note("bid " + id + " is in the store and not in the log");
    } else if (!found.add(id)) {
      faulty.add(id);
      note("bid " + id + " is in the store twice");
    } else if (!item.bid().equals(logged.bid())
        || item.partition() != partition
        || item.offset() != logged.offset()) {
      faulty.add(id);
      note("bid " + id + " is not as its first record in the log says");
    }
  }

  /** Takes an item that is no bid. */
  public void addUnreadable(String problem) {
    unsent++;
    note(problem);
  }

  public Findings findings() {
    int missing = first.size() - found.size();
    if (missing > 0 && fault == null) {
      first.keySet().stream()
          .filter(id -> !found.contains(id))
          .findFirst()
          .ifPresent(id -> note("bid " + id + " is in the log and not in the store"));
    }
    return new Findings(
        first.size(),
        found.size() - faulty.size(),
        faulty.size(),
        unsent,
        Optional.ofNullable(fault));
  }

  private void note(String text) {
    if (fault == null) {
      fault = text;
    }
  }
}
