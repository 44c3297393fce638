package io.quantedge.simulator.traffic;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.application.Exchange;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.domain.evidence.Answers.Receipt;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes everything and remembers it, unless it is told to behave otherwise. */
final class RecordingExchange implements Exchange {
  private final Map<UUID, AtomicInteger> tries = new ConcurrentHashMap<>();
  private final Map<String, Instant> slots = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<PlannedBid> placed = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> accounts = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private volatile Placing placing = (bid, attempt) -> acknowledged();
  private volatile Reply opening = new Reply.Done();

  /** What becomes of one request; the number of the attempt begins with 1. */
  @FunctionalInterface
  interface Placing {
    Reply place(PlannedBid bid, int attempt) throws InterruptedException;
  }

  static Reply acknowledged() {
    return new Reply.Acknowledged(new Receipt(0, 1, Instant.EPOCH));
  }

  void placing(Placing behaviour) {
    placing = behaviour;
  }

  void opening(Reply reply) {
    opening = reply;
  }

  @Override
  public Reply open(PlannedAccount account) {
    accounts.add(account.accountId());
    return opening;
  }

  @Override
  public Reply fund(String accountId, UUID fundingId, Money amount) {
    return new Reply.Done();
  }

  @Override
  public Reply open(PlannedSlot slot, Instant closesAt) {
    slots.put(slot.slotId().value(), closesAt);
    return new Reply.Done();
  }

  @Override
  public Reply place(PlannedBid bid) throws InterruptedException {
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      if (!slots.containsKey(bid.slotId())) {
        return new Reply.Refused("UNKNOWN_SLOT", bid.slotId());
      }
      int attempt = tries.computeIfAbsent(bid.bidId(), _ -> new AtomicInteger()).incrementAndGet();
      Reply reply = placing.place(bid, attempt);
      placed.add(bid);
      return reply;
    } finally {
      underWay.decrementAndGet();
    }
  }

  @Override
  public Reply close(SlotId slotId) {
    throw new UnsupportedOperationException("auctions close by the clock");
  }

  /** In an order of their own. */
  List<PlannedBid> placed() {
    return placed.stream().sorted(Comparator.comparing(PlannedBid::bidId)).toList();
  }

  Map<String, Instant> slots() {
    return Map.copyOf(slots);
  }

  List<String> accounts() {
    return List.copyOf(accounts);
  }

  int mostUnderWay() {
    return mostUnderWay.get();
  }
}
