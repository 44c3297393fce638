package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The log of one partition, the compacted topic of slot states beside it, and the evaluators that
 * come and go: owners, and former owners that do not know it yet.
 */
final class LogWorld {
  final Map<SlotId, String> told = new HashMap<>();
  private final List<AuctionEvent> log;
  private final List<Write> topic = new ArrayList<>();
  private long committed;
  int snapshots;

  LogWorld(List<AuctionEvent> log) {
    this.log = log;
  }

  private record Write(String key, Optional<byte[]> state) {}

  /** Keeps the last record of each key, as a broker may do at any time. */
  void compact() {
    Set<String> later = new HashSet<>();
    for (int i = topic.size() - 1; i >= 0; i--) {
      if (!later.add(topic.get(i).key) || topic.get(i).state.isEmpty()) {
        topic.remove(i);
      }
    }
  }

  Life newOwner(long memorySeed) {
    SavedSlots saved = new SavedSlots(Instant.EPOCH);
    for (Write write : topic) {
      write.state.ifPresentOrElse(
          state -> saved.add(decoded(state), Auctions.OPENS), () -> saved.erase(write.key));
    }
    return new Life(
        PartitionFold.resumed(
            0, saved, new LogRange(0, committed, log.size()), new FoldRules(3, memorySeed)));
  }

  private void write(SlotState state) {
    topic.add(new Write(state.key(), Optional.of(EventCodec.SLOT_STATE.encode(state))));
  }

  private void erase(String key) {
    topic.add(new Write(key, Optional.empty()));
  }

  private static SlotState decoded(byte[] state) {
    try {
      return EventCodec.SLOT_STATE.decode(state);
    } catch (MalformedEventException e) {
      throw new AssertionError(e);
    }
  }

  /** One evaluator, from the assignment of the partition on. */
  final class Life {
    final PartitionFold fold;
    private final Map<SlotId, Integer> chunks = new HashMap<>();
    private final Set<SlotId> undecided = new HashSet<>();
    private final Set<SlotId> withLate = new HashSet<>();

    Life(PartitionFold fold) {
      this.fold = fold;
      fold.openSlotIds().forEach(slotId -> chunks.put(slotId, fold.fullChunks(slotId)));
    }

    boolean hasMore() {
      return fold.nextOffset() < log.size();
    }

    void read(int records) {
      for (int i = 0; i < records && hasMore(); i++) {
        long offset = fold.nextOffset();
        long before = fold.committableOffset();
        switch (fold.apply(log.get((int) offset), offset)) {
          case FoldEffect.Closed(AuctionOutcome outcome) -> tell(outcome);
          case FoldEffect.Judged(SlotId slotId, Verdict.Late late) -> withLate.add(slotId);
          default -> {}
        }
        assertThat(fold.committableOffset()).isGreaterThanOrEqualTo(before);
      }
    }

    /** One of the things that an evaluator does besides reading. */
    void work(Random random) {
      switch (random.nextInt(3)) {
        case 0 -> any(undecided, random).ifPresent(this::decide);
        case 1 -> any(fold.openSlotIds(), random).ifPresent(slotId -> snapshot(slotId, random));
        default -> any(withLate, random).ifPresent(this::saveLate);
      }
    }

    void finish() {
      read(Integer.MAX_VALUE);
      List.copyOf(undecided).forEach(this::decide);
      List.copyOf(withLate).forEach(this::saveLate);
    }

    void commit() {
      committed = fold.committableOffset();
    }

    private void tell(AuctionOutcome outcome) {
      String bytes = new String(EventCodec.OUTCOME.encode(outcome), StandardCharsets.UTF_8);
      String earlier = told.putIfAbsent(outcome.slot().slotId(), bytes);
      assertThat(bytes).isEqualTo(earlier == null ? bytes : earlier);
      undecided.add(outcome.slot().slotId());
    }

    private void decide(SlotId slotId) {
      SlotState.Decided state = fold.decidedState(slotId).orElseThrow();
      write(state);
      fold.markDecided(state);
      undecided.remove(slotId);
      int saved = Optional.ofNullable(chunks.remove(slotId)).orElse(0);
      for (int i = 0; i < saved; i++) {
        erase(SlotState.Memory.keyOf(slotId, i));
      }
    }

    /** Chunks first, the head last; a crash may come between. */
    private void snapshot(SlotId slotId, Random random) {
      int full = fold.fullChunks(slotId);
      for (int i = chunks.getOrDefault(slotId, 0); i < full; i++) {
        write(fold.chunk(slotId, i));
        chunks.put(slotId, i + 1);
        if (random.nextInt(4) == 0) {
          return;
        }
      }
      SlotState.Open head = fold.save(slotId);
      write(head);
      fold.markSaved(head);
      snapshots++;
    }

    private void saveLate(SlotId slotId) {
      fold.unsavedLate(slotId)
          .ifPresent(state -> {
            write(state);
            fold.markLateSaved(state);
            withLate.remove(slotId);
          });
    }

    private static Optional<SlotId> any(Set<SlotId> slots, Random random) {
      return slots.stream()
          .sorted((a, b) -> a.value().compareTo(b.value()))
          .skip(slots.isEmpty() ? 0 : random.nextInt(slots.size()))
          .findFirst();
    }
  }
}
