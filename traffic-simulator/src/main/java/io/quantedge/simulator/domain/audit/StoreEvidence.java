package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One slot as the bid store alone tells it. Items come in the order of their keys, not of the log.
 * That matters only for bids near the closing time of a slot that bids may extend: those wait here
 * until all have come, the others are judged at once. Not thread-safe.
 */
public final class StoreEvidence {
  private final Optional<StoredSlot> slot;
  private final Instant now;
  private final long endOffset;
  private final @Nullable Rebuild rebuild;
  private final Instant firstThatExtends;
  private final List<StoredBid> waiting = new ArrayList<>();
  private long items;
  private long expired;
  private long faulty;
  private String firstFault = "";

  /**
   * @param slot the slot's own item, if there is one
   * @param now items that have expired by now are passed over, as a reader of the store must
   * @param endOffset bids from here on were written after the audit began and are passed over
   * @param seed of the order in which bids are kept; any number that no bidder knows
   */
  public StoreEvidence(Optional<StoredSlot> slot, Instant now, long endOffset, long seed) {
    this.slot = slot;
    this.now = now;
    this.endOffset = endOffset;
    this.rebuild = slot.map(stored -> new Rebuild(stored.definition(), seed)).orElse(null);
    this.firstThatExtends =
        slot.map(StoredSlot::definition).map(StoreEvidence::firstThatExtends).orElse(Instant.MAX);
  }

  private static Instant firstThatExtends(SlotDefinition definition) {
    return definition
        .softClose()
        .map(soft -> definition.closesAt().minusMillis(soft.windowMillis()))
        .orElse(Instant.MAX);
  }

  /** Takes the slot's next item. */
  public void add(StoredBid item, Instant expiresAt) {
    items++;
    if (!expiresAt.isAfter(now)) {
      expired++;
    } else if (item.offset() < endOffset && rebuild != null) {
      take(item, rebuild);
    }
  }

  /** Takes an item that is no bid. */
  public void addUnreadable(String problem) {
    items++;
    fault(problem);
  }

  /** All items have come. */
  public void complete() {
    if (rebuild != null) {
      waiting.sort(Comparator.comparingLong(StoredBid::offset));
      waiting.forEach(item -> rebuild.add(item.bid(), item.offset()));
      waiting.clear();
    }
  }

  private void take(StoredBid item, Rebuild into) {
    StoredSlot stored = slot.orElseThrow();
    Bid bid = item.bid();
    if (item.partition() != stored.partition() || item.offset() <= stored.openOffset()) {
      fault(
          "bid %s says partition %d, offset %d"
              .formatted(bid.bidId(), item.partition(), item.offset()));
    } else if (item.offset() > stored.closeOffset().orElse(Long.MAX_VALUE)) {
      into.addLate(bid, item.offset());
    } else if (bid.acceptedAt().isAfter(firstThatExtends)) {
      waiting.add(item);
    } else {
      into.add(bid, item.offset());
    }
  }

  private void fault(String text) {
    faulty++;
    firstFault = firstFault.isEmpty() ? text : firstFault;
  }

  /** Whether the store lacks something that the log has of a closed slot. */
  public boolean isBehind(LoggedSlot log) {
    boolean lacksMarker = slot.flatMap(StoredSlot::closeOffset).isEmpty();
    boolean lacksBids =
        log.rebuild()
            .filter(logged -> rebuild == null || logged.rows().size() > rebuild.rows().size())
            .isPresent();
    return log.marker().isPresent() && !isExpired() && (lacksMarker || lacksBids);
  }

  Optional<StoredSlot> slot() {
    return slot;
  }

  Optional<Rebuild> rebuild() {
    return Optional.ofNullable(rebuild);
  }

  /** Whether the store holds nothing at all of the slot. */
  boolean isEmpty() {
    return slot.isEmpty() && items == 0;
  }

  /** Whether time has taken a part of what the store held. */
  boolean isExpired() {
    return expired > 0 || slot.filter(stored -> !stored.expiresAt().isAfter(now)).isPresent();
  }

  /** How many items are not what they should be, and the first of them; empty if none. */
  Optional<String> faults() {
    return faulty == 0 ? Optional.empty() : Optional.of(faulty + ", first: " + firstFault);
  }
}
