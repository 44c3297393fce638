package io.quantedge.simulator.testing;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.application.BidStore;
import io.quantedge.simulator.application.Exchange;
import io.quantedge.simulator.application.Logs;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.application.Telemetry;
import io.quantedge.simulator.application.TruthStore;
import io.quantedge.simulator.domain.check.StoreAudit;
import io.quantedge.simulator.domain.evidence.Answers.Receipt;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.ConflictFigures;
import io.quantedge.simulator.domain.evidence.ConflictFold;
import io.quantedge.simulator.domain.evidence.Outcomes;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A whole exchange in memory, honest unless its {@link Corruption} lies. It serves tests of the
 * simulator only; what it knows of auctions is written apart from the simulator's checks.
 */
public final class InMemoryExchange implements Exchange, Logs, BidStore, TruthStore, Telemetry {
  private static final Set<String> REGIONS =
      Set.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");
  private static final int PARTITIONS = 3;

  private final FakeTime time;
  private final Corruption corruption;
  private final Map<Integer, List<AuctionEvent>> log = new LinkedHashMap<>();
  private final Map<SlotId, SlotDefinition> slots = new LinkedHashMap<>();
  private final Map<SlotId, InMemoryAuction> auctions = new LinkedHashMap<>();
  private final InMemoryTruth truth = new InMemoryTruth();
  private final List<AuctionOutcome> outcomes = new ArrayList<>();
  private final List<ConflictEvent> conflicts = new ArrayList<>();
  private final List<RunReport> published = new ArrayList<>();
  private int conflictsRead;
  private long stamps;

  public InMemoryExchange(FakeTime time, Corruption corruption) {
    this.time = time;
    this.corruption = corruption;
    for (int partition = 0; partition < PARTITIONS; partition++) {
      log.put(partition, new ArrayList<>());
    }
  }

  @Override
  public synchronized Reply open(PlannedAccount account) {
    truth.open(account);
    return new Reply.Done();
  }

  @Override
  public synchronized Reply fund(String accountId, UUID fundingId, Money amount) {
    truth.fund(accountId, fundingId, amount);
    return new Reply.Done();
  }

  @Override
  public synchronized Reply open(PlannedSlot slot, Instant closesAt) {
    if (!slots.containsKey(slot.slotId())) {
      SlotDefinition definition =
          new SlotDefinition(
              slot.slotId(),
              new AccountId(slot.publisherId()),
              slot.name(),
              slot.terms().floor(),
              slot.terms().increment(),
              slot.terms().pricing(),
              slot.terms().ranking(),
              time.instant(),
              closesAt);
      slots.put(slot.slotId(), definition);
      long offset = append(new SlotOpened(definition, time.instant()));
      auctions.put(
          slot.slotId(), new InMemoryAuction(definition, partition(slot.slotId()), offset));
    }
    return new Reply.Done();
  }

  @Override
  public synchronized Reply place(PlannedBid planned) {
    return corruption.answer(planned, honestAnswer(planned));
  }

  private Reply honestAnswer(PlannedBid planned) {
    SlotId slotId = new SlotId(planned.slotId());
    SlotDefinition slot = slots.get(slotId);
    if (slot == null) {
      return new Reply.Refused("UNKNOWN_SLOT", "");
    }
    Optional<String> refusal = refusal(planned, slot);
    if (refusal.isPresent()) {
      return new Reply.Refused(refusal.get(), "");
    }
    Bid bid = bid(planned, slotId);
    long offset = append(new BidPlaced(bid));
    InMemoryAuction auction = auction(slotId);
    auction.add(bid, offset);
    return new Reply.Acknowledged(new Receipt(partition(slotId), offset, bid.acceptedAt()));
  }

  private Optional<String> refusal(PlannedBid planned, SlotDefinition slot) {
    if (planned.amountUnits() <= 0) {
      return Optional.of("INVALID_REQUEST");
    }
    if (!REGIONS.contains(planned.region())) {
      return Optional.of("UNKNOWN_REGION");
    }
    if (time.instant().isAfter(slot.closesAt())) {
      return Optional.of("SLOT_CLOSED");
    }
    if (!planned.currency().equals(slot.currency())) {
      return Optional.of("WRONG_CURRENCY");
    }
    if (planned.amountUnits() < slot.floor().units()) {
      return Optional.of("BELOW_FLOOR");
    }
    return planned.accountId().equals(slot.publisherId().value())
        ? Optional.of("OWN_SLOT")
        : Optional.empty();
  }

  private Bid bid(PlannedBid planned, SlotId slotId) {
    return new Bid(
        new BidId(planned.bidId()),
        slotId,
        new AccountId(planned.accountId()),
        new Region(planned.region()),
        Money.ofUnits(planned.amountUnits(), planned.currency()),
        planned.latencyMs(),
        new QualityScore(planned.qualityTenThousandths()),
        // Several bids share an instant, so that ties are decided by the ids now and then.
        time.instant().plus(stamps++ / 3, ChronoUnit.MICROS));
  }

  @Override
  public synchronized Reply close(SlotId slotId) {
    mark(slotId, CloseCause.REQUEST);
    return new Reply.Done();
  }

  private void mark(SlotId slotId, CloseCause cause) {
    CloseMarked marker = new CloseMarked(slotId, cause, time.instant());
    long offset = append(marker);
    auction(slotId)
        .close(marker, offset)
        .ifPresent(outcome -> {
          outcomes.add(outcome);
          truth.settle(outcome);
          tellConflict(slotId);
        });
  }

  private void tellConflict(SlotId slotId) {
    UUID operation = new UUID(1, conflicts.size());
    List<SlotId> ids = List.of(slotId);
    conflicts.add(
        new ConflictEvent.AttemptFailed(
            operation,
            ids,
            "worker-1",
            "us-east-1",
            1,
            ConflictEvent.Cause.CONFLICT,
            Optional.of("40001"),
            Optional.empty(),
            3,
            time.instant()));
    conflicts.add(
        new ConflictEvent.Resolved(
            operation,
            ids,
            "worker-1",
            "us-east-1",
            2,
            ConflictEvent.Finding.ALREADY_SETTLED,
            time.instant()));
  }

  @Override
  public synchronized Marks ends() {
    Map<Integer, Long> ends = new LinkedHashMap<>();
    log.forEach((partition, events) -> ends.put(partition, (long) events.size()));
    return new Marks(ends, Map.of(0, (long) outcomes.size()));
  }

  @Override
  public synchronized void readAuctionEvents(Marks from, AuctionLog into) {
    log.forEach((partition, events) -> {
      for (long i = from.auctionEvents().getOrDefault(partition, 0L); i < events.size(); i++) {
        into.add(partition, i, corruption.logged(events.get((int) i)));
      }
    });
  }

  @Override
  public synchronized void readOutcomes(Marks from, Outcomes into) {
    corruption.outcomes(List.copyOf(outcomes)).forEach(into::add);
  }

  @Override
  public synchronized void readNewConflicts(ConflictFold into) {
    conflicts.stream().skip(conflictsRead).forEach(into::add);
    conflictsRead = conflicts.size();
  }

  @Override
  public synchronized void read(SlotId slotId, StoreAudit into) {
    corruption.stored(auction(slotId).stored()).forEach(into::add);
  }

  @Override
  public synchronized int countFinal(Collection<SlotId> slotIds) {
    for (SlotDefinition slot : List.copyOf(slots.values())) {
      if (time.instant().isAfter(slot.closesAt()) && !auction(slot.slotId()).isClosed()) {
        mark(slot.slotId(), CloseCause.TIMER);
      }
    }
    return truth.countFinal(slotIds);
  }

  @Override
  public synchronized Truth read(Collection<SlotId> slotIds, Collection<String> advertisers) {
    return corruption.truth(truth.read(slotIds, advertisers));
  }

  @Override
  public synchronized Optional<ConflictFigures> conflicts() {
    ConflictFold fold = new ConflictFold(List.of());
    conflicts.forEach(fold::add);
    return Optional.of(corruption.telemetry(fold.ofAll()));
  }

  @Override
  public synchronized Reply publish(RunReport report, boolean allHold, Instant finishedAt) {
    published.add(report);
    return new Reply.Done();
  }

  public synchronized List<RunReport> published() {
    return List.copyOf(published);
  }

  @Override
  public void close() {}

  private InMemoryAuction auction(SlotId slotId) {
    InMemoryAuction auction = auctions.get(slotId);
    if (auction == null) {
      throw new IllegalStateException("no slot " + slotId);
    }
    return auction;
  }

  private long append(AuctionEvent event) {
    List<AuctionEvent> events =
        log.computeIfAbsent(partition(event.slotId()), partition -> new ArrayList<>());
    events.add(event);
    return events.size() - 1L;
  }

  private static int partition(SlotId slotId) {
    return Math.floorMod(slotId.hashCode(), PARTITIONS);
  }
}
