package io.quantedge.ingest.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which slots exist and which are closed, as a fold over the tail of the log: the first opening of
 * a slot wins and the first close marker ends it. Bids are answered from here without any I/O.
 *
 * <p>Bounded: open slots are refused at their opening when there are too many ({@link #openSlots}),
 * closed ones leave after a while or when there are too many; the bid store knows them then.
 *
 * <p>Thread-safe for many readers; events are applied by one thread at a time.
 */
public final class SlotDirectory {
  private final Clock clock;
  private final Duration closedRetention;
  private final int maxClosed;
  private final Map<SlotId, KnownSlot> slots = new ConcurrentHashMap<>();
  private final Deque<ClosedSlot> closed = new ArrayDeque<>();
  private final AtomicInteger openSlots = new AtomicInteger();
  private final Map<SlotId, Long> bidsOfOpenSlots = new HashMap<>();
  private final AtomicLong openBids = new AtomicLong();

  private record ClosedSlot(SlotId slotId, Instant since) {}

  /**
   * @param closedRetention how long a closed slot is remembered
   * @param maxClosed how many closed slots are remembered at most
   */
  public SlotDirectory(Clock clock, Duration closedRetention, int maxClosed) {
    this.clock = clock;
    this.closedRetention = closedRetention;
    this.maxClosed = maxClosed;
  }

  public Optional<KnownSlot> find(SlotId slotId) {
    return Optional.ofNullable(slots.get(slotId));
  }

  /** How many slots are known to be open. */
  public int openSlots() {
    return openSlots.get();
  }

  /**
   * How many records of bids the tail has seen for slots that are open now: what every evaluator
   * must keep in memory. Repeats count, and bids that stand before the tail's beginning do not.
   */
  public long openBids() {
    return openBids.get();
  }

  /** Counts records of bids of one slot; those of a slot that is not open have no weight. */
  public synchronized void countBids(SlotId slotId, long records) {
    KnownSlot slot = slots.get(slotId);
    if (slot != null && !slot.isClosed()) {
      bidsOfOpenSlots.merge(slotId, records, Long::sum);
      openBids.addAndGet(records);
    }
  }

  /**
   * Folds one record of the log in. A close marker of a slot that is not known is ignored: either
   * it was opened before the tail begins, then the store knows it as closed, or never.
   */
  public synchronized void apply(LogRecord logRecord) {
    switch (logRecord.event()) {
      case AuctionEvent.SlotOpened opened -> {
        KnownSlot slot = KnownSlot.opened(opened.slot(), logRecord.position());
        if (slots.putIfAbsent(slot.slotId(), slot) == null) {
          openSlots.incrementAndGet();
        }
      }
      case AuctionEvent.CloseMarked marked -> close(marked.slotId());
      case AuctionEvent.BidPlaced placed -> {
        // Bids say nothing about which slots exist.
      }
    }
    evict();
  }

  /**
   * Takes over what the store says of a slot whose opening stands before the tail's beginning: its
   * first opening may be one that the tail did not see. A marker that the tail saw is kept.
   */
  public synchronized void correct(KnownSlot stored) {
    slots.computeIfPresent(
        stored.slotId(),
        (id, known) ->
            known.isClosed()
                ? stored.closed()
                : KnownSlot.opened(stored.definition(), stored.opening()));
    if (stored.isClosed()) {
      close(stored.slotId());
    }
  }

  /** Remembers a closed slot that the store knew, so that the next question needs no I/O. */
  public synchronized void rememberClosed(KnownSlot stored) {
    if (stored.isClosed() && slots.putIfAbsent(stored.slotId(), stored) == null) {
      closed.addLast(new ClosedSlot(stored.slotId(), clock.instant()));
      evict();
    }
  }

  private void close(SlotId slotId) {
    KnownSlot slot = slots.get(slotId);
    if (slot != null && !slot.isClosed()) {
      slots.put(slotId, slot.closed());
      closed.addLast(new ClosedSlot(slotId, clock.instant()));
      openSlots.decrementAndGet();
      openBids.addAndGet(-forgetBids(slotId));
    }
  }

  private long forgetBids(SlotId slotId) {
    Long counted = bidsOfOpenSlots.remove(slotId);
    return counted == null ? 0 : counted;
  }

  private void evict() {
    Instant oldest = clock.instant().minus(closedRetention);
    while (!closed.isEmpty()
        && (closed.size() > maxClosed || closed.peekFirst().since().isBefore(oldest))) {
      slots.remove(closed.removeFirst().slotId());
    }
  }
}
