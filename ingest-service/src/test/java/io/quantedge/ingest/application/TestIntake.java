package io.quantedge.ingest.application;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.AcceptanceClock;
import io.quantedge.ingest.domain.Admission;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quantedge.ingest.domain.StorePlan;
import io.quantedge.ingest.domain.StoredSlot;
import io.quantedge.ingest.testing.FakeStore;
import io.quantedge.ingest.testing.Samples;
import io.quantedge.ingest.testing.SettableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intake over a log and a store in memory, with the sample slot {@code s} open. */
public final class TestIntake {
  /** The bound of appends in flight. */
  public static final int MAX_IN_FLIGHT = 2;

  /** The bound of bids in open slots. */
  public static final int MAX_OPEN_BIDS = 1_000;

  public final SettableClock clock = new SettableClock(Samples.OPENS_AT.plusSeconds(1));
  public final SlotDirectory directory = new SlotDirectory(clock, Duration.ofMinutes(1), 10);
  public final TailProgress tail = new TailProgress();
  public final FakeStore store = new FakeStore();
  public final FakeLog log = new FakeLog();
  public final Answers answers = new Answers();
  public final Map<AccountId, Long> waits = new HashMap<>();
  public final MapRecentBids recent = new MapRecentBids();

  /** What was answered. */
  public static final class Answers implements IntakeObserver {
    public int accepted;
    public int repeated;
    public int failed;
    public final List<Refusal> refusals = new ArrayList<>();

    @Override
    public void bidAccepted() {
      accepted++;
    }

    @Override
    public void bidRepeated() {
      repeated++;
    }

    @Override
    public void refused(Refusal refusal) {
      refusals.add(refusal);
    }

    @Override
    public void failed() {
      failed++;
    }
  }

  /** Recent bids without a bound. */
  public static final class MapRecentBids implements RecentBids {
    private final Map<String, Placement> placements = new HashMap<>();

    @Override
    public Optional<Placement> find(SlotId slotId, BidId bidId) {
      return Optional.ofNullable(placements.get(slotId + "#" + bidId));
    }

    @Override
    public Placement remember(Placement placement) {
      Placement first = placements.putIfAbsent(key(placement), placement);
      return first == null ? placement : first;
    }

    @Override
    public void forget(Placement placement) {
      placements.remove(key(placement), placement);
    }

    /** As after a restart. */
    public void clear() {
      placements.clear();
    }

    private static String key(Placement placement) {
      return placement.offer().slotId() + "#" + placement.offer().bidId();
    }
  }

  private final class Rates implements AccountRates {
    @Override
    public long take(AccountId accountId) {
      return waits.getOrDefault(accountId, 0L);
    }

    @Override
    public long bidsPerSecond() {
      return 10;
    }
  }

  private final List<Runnable> heldLookups = new ArrayList<>();
  private boolean holding;

  /** The store, whose answers to lookups can be held back. */
  private final class SlowStore implements SlotStore {
    @Override
    public Uni<Optional<StoredSlot>> load(SlotId slotId) {
      return holding
          ? Uni.createFrom()
              .<Optional<StoredSlot>>emitter(emitter ->
                  heldLookups.add(
                      () -> emitter.complete(store.load(slotId).await().indefinitely())))
          : store.load(slotId);
    }

    @Override
    public Uni<StoredSlot> open(StoredSlot slot) {
      return store.open(slot);
    }

    @Override
    public Uni<Void> grow(StorePlan.SlotGrowth growth) {
      return store.grow(growth);
    }

    @Override
    public Uni<Void> close(SlotId slotId, LogPosition marker) {
      return store.close(slotId, marker);
    }
  }

  /** From now on the store answers lookups only when they are released. */
  public void holdLookups() {
    holding = true;
  }

  /** Lets the store answer all lookups. */
  public void releaseLookups() {
    holding = false;
    heldLookups.forEach(Runnable::run);
    heldLookups.clear();
  }

  public TestIntake() {
    directory.apply(
        new LogRecord(
            new LogPosition(0, 1),
            new AuctionEvent.SlotOpened(Samples.slot("s"), Samples.OPENS_AT)));
    tail.advance(Map.of(0, 2L));
    tail.catchUpDone();
  }

  /** The use case over all of this. */
  public PlaceBid placeBid() {
    return placeBid(tail, new BoundedLog(log, MAX_IN_FLIGHT));
  }

  /** The use case with another view of the tail or another log. */
  public PlaceBid placeBid(TailProgress progress, AuctionLog auctionLog) {
    Admission admission = new Admission(List.of(new Region("eu-west-1")));
    PlaceBid.Rules rules =
        new PlaceBid.Rules(
            admission,
            new AcceptanceClock(clock),
            new Shedding(new Rates(), directory, MAX_OPEN_BIDS));
    return new PlaceBid(
        new Slots(directory, progress, new SlowStore()), rules, recent, auctionLog, answers);
  }
}
