package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.StoreFold.Progress;
import io.quantedge.ingest.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoreFoldTest {
  private static final int PARTITION = 3;
  private static final SlotShards SHARDS = SlotShards.fresh(17);

  private final StoreFold fold = new StoreFold(100, new ShardRules(10, 8));
  private final Bid bid = Samples.bid("s", new UUID(1, 1), "2");
  private final Bid conflicting = Samples.bid("s", new UUID(1, 1), "9", "us-east-1");

  @Test
  void shouldWriteTheFirstRecordOfABidAndPassRepeatsOver() {
    fold.assign(PARTITION, new Progress(0, 0));

    StorePlan plan =
        plan(List.of(opened(0), placed(1, bid), placed(2, bid), placed(3, conflicting)));

    assertThat(plan.puts())
        .containsExactly(new BidRow(bid, new LogPosition(PARTITION, 1), Samples.CLOSES_AT, 0));
    assertThat(plan.repeats()).isEqualTo(2);
  }

  @Test
  void shouldRememberTheIdsOfEarlierBatches() {
    fold.assign(PARTITION, new Progress(0, 0));
    plan(List.of(opened(0), placed(1, bid)));

    assertThat(plan(List.of(placed(2, conflicting))).puts()).isEmpty();
  }

  @Test
  void shouldResumeAtTheOpeningOfTheOldestOpenSlot() {
    fold.assign(PARTITION, new Progress(0, 0));
    plan(List.of(opened(4), placed(5, bid)));

    assertThat(fold.progress()).containsExactly(Map.entry(PARTITION, new Progress(4, 6)));
  }

  @Test
  void shouldResumeBehindTheLastRecordOnceEverySlotIsClosed() {
    fold.assign(PARTITION, new Progress(0, 0));
    plan(List.of(opened(4), placed(5, bid), marked(6)));

    assertThat(fold.progress()).containsExactly(Map.entry(PARTITION, new Progress(7, 7)));
  }

  @Test
  void shouldOnlyRememberWhatItsLastOwnerHasWritten() {
    fold.assign(PARTITION, new Progress(0, 2));

    StorePlan plan =
        plan(
            List.of(
                opened(0),
                placed(1, bid),
                placed(2, conflicting),
                placed(3, Samples.bid("s", new UUID(1, 2), "3"))));

    assertThat(plan.puts()).extracting(row -> row.position().offset()).containsExactly(3L);
  }

  @Test
  void shouldDoubtBidsBehindTheMarker() {
    fold.assign(PARTITION, new Progress(0, 0));

    StorePlan plan = plan(List.of(opened(0), marked(1), placed(2, bid), placed(3, conflicting)));

    assertThat(plan.puts()).isEmpty();
    assertThat(plan.doubtful())
        .containsExactly(
            new StorePlan.DoubtfulBid(bid, new LogPosition(PARTITION, 2)),
            new StorePlan.DoubtfulBid(conflicting, new LogPosition(PARTITION, 3)));
  }

  @Test
  void shouldDoubtBidsOfASlotWhoseOpeningIsNotTheFirst() {
    fold.assign(PARTITION, new Progress(0, 0));
    LogBatch batch = new LogBatch(List.of(opened(0), placed(1, bid)), Map.of(PARTITION, 2L));

    StorePlan plan = fold.plan(batch, Map.of());

    assertThat(plan.puts()).isEmpty();
    assertThat(plan.doubtful()).hasSize(1);
  }

  @Test
  void shouldForgetTheLargestSlotWhenItHoldsTooManyIds() {
    StoreFold small = new StoreFold(3, new ShardRules(10, 8));
    small.assign(PARTITION, new Progress(0, 0));
    List<LogRecord> records =
        List.of(
            opened(0),
            placed(1, Samples.bid("s", new UUID(1, 1), "2")),
            placed(2, Samples.bid("s", new UUID(1, 2), "2")),
            placed(3, Samples.bid("s", new UUID(1, 3), "2")),
            placed(4, Samples.bid("s", new UUID(1, 4), "2")),
            placed(5, Samples.bid("s", new UUID(1, 1), "7")));

    StorePlan plan =
        small.plan(
            new LogBatch(records, Map.of(PARTITION, 6L)),
            Map.of(records.get(0).position(), SHARDS));

    assertThat(small.rememberedBids()).isZero();
    assertThat(plan.puts()).hasSize(4);
    assertThat(plan.doubtful()).hasSize(1);
  }

  @Test
  void shouldForgetAPartitionThatItLost() {
    fold.assign(PARTITION, new Progress(0, 0));
    plan(List.of(opened(0), placed(1, bid)));

    fold.revoke(PARTITION);

    assertThat(fold.progress()).isEmpty();
    assertThat(fold.rememberedBids()).isZero();
    assertThat(fold.remembers(PARTITION, new SlotId("s"))).isFalse();
  }

  @Test
  void shouldGiveAHotSlotMoreShardsFromTheBidOnThatIsTooMany() {
    fold.assign(PARTITION, new Progress(0, 0));

    StorePlan plan = plan(burst(25));

    assertThat(plan.growths())
        .singleElement()
        .satisfies(growth ->
            assertThat(growth.history().steps())
                .containsExactly(
                    new ShardHistory.Step(0, 1),
                    new ShardHistory.Step(11, 2),
                    new ShardHistory.Step(21, 4)));
    assertThat(plan.puts().subList(0, 10)).allMatch(row -> row.shard() == 0);
    assertThat(plan.puts().subList(10, 20)).allMatch(row -> row.shard() < 2);
    assertThat(plan.puts().subList(20, 25)).anyMatch(row -> row.shard() > 0);
    assertThat(fold.hotSlots()).isEqualTo(1);
    assertThat(fold.maxShards()).isEqualTo(4);
  }

  @Test
  void shouldPutABidWhereItsFirstOwnerPutIt() {
    fold.assign(PARTITION, new Progress(0, 0));
    List<BidRow> first = plan(burst(25)).puts();
    SlotShards stored = new SlotShards(ShardHistory.ONE.grown(11, 2).grown(21, 4), SHARDS.seed());
    StoreFold successor = new StoreFold(100, new ShardRules(10, 8));
    successor.assign(PARTITION, new Progress(0, 15));

    List<LogRecord> records = burst(25);
    StorePlan again =
        successor.plan(
            new LogBatch(records, Map.of(PARTITION, 26L)),
            Map.of(records.getFirst().position(), stored));

    assertThat(again.growths()).isEmpty();
    assertThat(again.puts()).isEqualTo(first.subList(14, 25));
  }

  @Test
  void shouldNotGrowWhereBidsAreWrittenAlready() {
    StoreFold stricter = new StoreFold(100, new ShardRules(5, 8));
    stricter.assign(PARTITION, new Progress(0, 15));
    List<LogRecord> records = burst(25);

    StorePlan plan =
        stricter.plan(
            new LogBatch(records, Map.of(PARTITION, 26L)),
            Map.of(records.getFirst().position(), SHARDS));

    assertThat(plan.growths().getFirst().history().steps().get(1).fromOffset()).isEqualTo(15);
  }

  private static List<LogRecord> burst(int bids) {
    List<LogRecord> records = new ArrayList<>(List.of(opened(0)));
    for (int i = 1; i <= bids; i++) {
      records.add(placed(i, Samples.bid("s", new UUID(7, i), "2")));
    }
    return records;
  }

  private StorePlan plan(List<LogRecord> records) {
    LogRecord first = records.getFirst();
    Map<LogPosition, SlotShards> firstOpenings =
        first.event() instanceof AuctionEvent.SlotOpened
            ? Map.of(first.position(), SHARDS)
            : Map.of();
    long next = records.getLast().position().offset() + 1;
    return fold.plan(new LogBatch(records, Map.of(PARTITION, next)), firstOpenings);
  }

  private static LogRecord opened(long offset) {
    return at(offset, new AuctionEvent.SlotOpened(Samples.slot("s"), Samples.OPENS_AT));
  }

  private static LogRecord placed(long offset, Bid bid) {
    return at(offset, new AuctionEvent.BidPlaced(bid));
  }

  private static LogRecord marked(long offset) {
    return at(
        offset, new AuctionEvent.CloseMarked(new SlotId("s"), CloseCause.TIMER, Samples.CLOSES_AT));
  }

  private static LogRecord at(long offset, AuctionEvent event) {
    return new LogRecord(new LogPosition(PARTITION, offset), event);
  }
}
