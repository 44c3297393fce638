package io.quantedge.ingest.testing;

import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.application.BidStore;
import io.quantedge.ingest.application.SlotStore;
import io.quantedge.ingest.domain.BidRow;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.SlotShards;
import io.quantedge.ingest.domain.StorePlan;
import io.quantedge.ingest.domain.StoredSlot;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The bid store's rules in memory: batched writes overwrite, the other writes are conditional. It
 * can fail before or after any single write, as a real one does.
 */
public final class FakeStore implements SlotStore, BidStore {
  /** What identifies a bid's item. */
  public record Key(SlotId slotId, int shard, Region region, BidId bidId) {}

  public final Map<Key, BidRow> bids = new HashMap<>();
  public final Map<SlotId, KnownSlot> slots = new HashMap<>();
  public final Map<SlotId, SlotShards> shards = new HashMap<>();
  public final Map<SlotId, Long> closeOffsets = new HashMap<>();
  private BooleanSupplier failing = () -> false;
  private Optional<SlotId> opening = Optional.empty();

  /** What a failing store throws. */
  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure() {
      super("the store does not answer", null, false, false);
    }
  }

  /** Whether the write that is under way opens this slot. */
  public boolean failing(String slotId) {
    return opening.filter(each -> each.value().equals(slotId)).isPresent();
  }

  /** Asked before and after each write whether that is the moment to fail. */
  public void failWhen(BooleanSupplier when) {
    failing = when;
  }

  @Override
  public Uni<Optional<StoredSlot>> load(SlotId slotId) {
    return write(() -> stored(slotId));
  }

  @Override
  public Uni<StoredSlot> open(StoredSlot slot) {
    return write(() -> {
      opening = Optional.of(slot.slotId());
      maybeFail();
      opening = Optional.empty();
      slots.putIfAbsent(slot.slotId(), slot.slot());
      shards.putIfAbsent(slot.slotId(), slot.shards());
      return stored(slot.slotId()).orElseThrow();
    });
  }

  /** Opens a slot whose bids have all one key. */
  public Uni<StoredSlot> open(KnownSlot slot) {
    return open(StoredSlot.opened(slot, 1));
  }

  @Override
  public Uni<Void> grow(StorePlan.SlotGrowth growth) {
    return write(
            () -> {
              shards.computeIfPresent(
                  growth.slotId(),
                  (slotId, known) ->
                      known.history().latest() < growth.history().latest()
                          ? new SlotShards(growth.history(), known.seed())
                          : known);
              return true;
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> close(SlotId slotId, LogPosition marker) {
    return write(
            () -> {
              KnownSlot slot = slots.get(slotId);
              if (slot != null && slot.opening().offset() < marker.offset()) {
                slots.put(slotId, slot.closed());
                closeOffsets.merge(slotId, marker.offset(), Math::min);
              }
              return true;
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> putAll(List<BidRow> rows) {
    return Uni.createFrom()
        .item(() -> {
          for (BidRow row : rows) {
            maybeFail();
            bids.put(key(row), row);
            maybeFail();
          }
          return true;
        })
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> putIfFirst(BidRow row, Set<Integer> candidates) {
    return write(() -> {
      boolean known =
          bids.keySet().stream()
              .filter(key -> candidates.contains(key.shard()))
              .anyMatch(key ->
                  key.slotId().equals(row.bid().slotId()) && key.bidId().equals(row.bid().bidId()));
      if (!known) {
        bids.put(key(row), row);
      }
      return !known;
    });
  }

  public static Key key(BidRow row) {
    return new Key(row.bid().slotId(), row.shard(), row.bid().region(), row.bid().bidId());
  }

  private Optional<StoredSlot> stored(SlotId slotId) {
    return Optional.ofNullable(slots.get(slotId))
        .map(slot ->
            new StoredSlot(
                slot,
                shards.getOrDefault(slotId, SlotShards.fresh(1)),
                closeOffsets.containsKey(slotId)
                    ? OptionalLong.of(closeOffsets.get(slotId))
                    : OptionalLong.empty()));
  }

  private <T> Uni<T> write(Supplier<T> effect) {
    return Uni.createFrom()
        .item(() -> {
          opening = Optional.empty();
          maybeFail();
          T result = effect.get();
          maybeFail();
          return result;
        });
  }

  private void maybeFail() {
    if (failing.getAsBoolean()) {
      throw new Failure();
    }
  }
}
