package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Crashes, snapshots and zombies at any point of random logs; whoever goes on says the same. */
final class PartitionFoldProperties {
  @Test
  void everyCrashPointLeadsToTheSameOutcomesByteForByte() {
    int crashes = 0;
    for (int seed = 0; seed < 60; seed++) {
      List<AuctionEvent> log = randomLog(new Random(seed), 70, 25);
      Expected expected = Expected.of(log);
      for (int crashAt = 0; crashAt <= log.size(); crashAt++) {
        String run = "seed " + seed + ", crash at " + crashAt;
        Random random = new Random(31L * seed + crashAt);
        LogWorld world = new LogWorld(log);
        LogWorld.Life first = world.newOwner(0);
        for (int i = 0; i < crashAt; i++) {
          first.read(1);
          first.work(random);
        }
        first.commit();
        LogWorld.Life second = world.newOwner(1);
        second.finish();

        expected.requireSame(run, world, second);
        crashes++;
      }
    }
    assertThat(crashes).isGreaterThan(3_000);
  }

  @Test
  void snapshotsRestartsAndZombiesAnywhereChangeNothing() {
    int snapshots = 0;
    int owners = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      List<AuctionEvent> log = randomLog(random, 1_200, 900);
      Expected expected = Expected.of(log);
      LogWorld world = new LogWorld(log);
      List<LogWorld.Life> lives = new ArrayList<>(List.of(world.newOwner(random.nextLong())));
      while (lives.getLast().hasMore() || random.nextInt(4) > 0) {
        step(world, lives, random);
      }
      lives.getLast().finish();
      lives.getLast().commit();

      expected.requireSame("seed " + seed, world, lives.getLast());
      LogWorld.Life next = world.newOwner(-1);
      next.finish();
      expected.requireSame("seed " + seed + ", after a last restart", world, next);
      snapshots += world.snapshots;
      owners += lives.size();
    }
    assertThat(snapshots).as("snapshots taken").isGreaterThan(2_000);
    assertThat(owners).as("owners in all").isGreaterThan(1_000);
  }

  /** The last life is the owner; those before are zombies and never commit. */
  private static void step(LogWorld world, List<LogWorld.Life> lives, Random random) {
    LogWorld.Life owner = lives.getLast();
    LogWorld.Life zombie = lives.get(random.nextInt(lives.size()));
    switch (random.nextInt(20)) {
      case 0 -> lives.add(world.newOwner(random.nextLong()));
      case 1 -> world.compact();
      case 2, 3 -> owner.commit();
      case 4 -> zombie.read(random.nextInt(100));
      case 5, 6 -> zombie.work(random);
      case 7, 8, 9, 10 -> owner.work(random);
      default -> owner.read(random.nextInt(60));
    }
  }

  /** What one uninterrupted fold of the log says. */
  private record Expected(Map<SlotId, String> outcomes, Map<SlotId, Long> late) {
    static Expected of(List<AuctionEvent> log) {
      LogWorld world = new LogWorld(log);
      LogWorld.Life life = world.newOwner(5);
      life.finish();
      return new Expected(Map.copyOf(world.told), lateOf(life));
    }

    void requireSame(String run, LogWorld world, LogWorld.Life last) {
      assertThat(world.told).as("outcomes, %s", run).isEqualTo(outcomes);
      assertThat(lateOf(last)).as("late bids, %s", run).isEqualTo(late);
    }

    private static Map<SlotId, Long> lateOf(LogWorld.Life life) {
      Map<SlotId, Long> late = new HashMap<>();
      life.fold
          .closedSlotIds()
          .forEach(slotId -> late.put(slotId, life.fold.view(slotId).orElseThrow().late()));
      return late;
    }
  }

  /** Some slots side by side, with repeated openings and markers, stray and late bids. */
  private static List<AuctionEvent> randomLog(Random random, int records, int ids) {
    List<SlotDefinition> slots = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      slots.add(
          random.nextBoolean()
              ? Auctions.randomSlot("slot-" + i, random)
              : Auctions.randomSoftSlot("slot-" + i, random));
    }
    List<AuctionEvent> log = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      // Some slots get most of the traffic, so that a long log fills chunks.
      SlotDefinition slot = slots.get(Math.min(random.nextInt(5), random.nextInt(5)));
      long id = random.nextInt(ids);
      int kind = random.nextInt(records / 7);
      log.add(
          kind < 2
              ? Auctions.opened(slot)
              : kind == 2
                  ? Auctions.marker(slot)
                  : Auctions.placed(
                      slot.softClose().isPresent()
                          ? Auctions.randomLateBid(slot, random, id)
                          : Auctions.randomBid(slot, random, id)));
    }
    return log;
  }
}
