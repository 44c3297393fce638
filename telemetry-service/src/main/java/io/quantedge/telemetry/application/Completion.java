package io.quantedge.telemetry.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.telemetry.domain.Provenance;
import io.quantedge.telemetry.domain.StoredSlot;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Completes the totals from the truth store when topics have lost their oldest records, after they
 * were read: slots that the topics may tell of too are read one by one and count once by their id;
 * all that is older is read as sums. Until then, or if the store does not answer, the coverage says
 * what is missing. Thread-safe.
 */
@ApplicationScoped
public class Completion {
  private static final Logger log = Logger.getLogger(Completion.class);

  /** No settlement is committed so long after its time was read, and no clock is so far off. */
  private static final Duration SETTLED_BY_THEN = Duration.ofMinutes(10);

  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

  private final TelemetryState state;
  private final TruthHistory history;
  private final Rebuild rebuild;
  private final ArchiveStatus archive;
  private final Settings settings;
  private final Clock clock;
  private final AtomicBoolean working = new AtomicBoolean();
  private volatile Lost lost = new Lost(new TreeMap<>());
  private volatile Optional<Instant> cutoff = Optional.empty();
  private volatile boolean due;
  private volatile boolean slotsDone;
  private volatile boolean conflictsDone;
  private volatile boolean conflictsCut;
  private volatile long toldLoss;

  /**
   * @param pageRows rows read at once
   * @param maxConflictEvents archived events read at most
   */
  public record Settings(int pageRows, int maxConflictEvents) {}

  /** Since when topics are whole; null if a topic lost nothing. */
  private record Lost(SortedMap<String, @Nullable Instant> since) {
    boolean has(Topic topic) {
      return since.get(topic.topicName()) != null;
    }

    boolean slots() {
      return has(Topic.SETTLEMENTS) || has(Topic.AUCTION_OUTCOMES);
    }

    boolean conflicts() {
      return has(Topic.CONFLICT_EVENTS);
    }
  }

  Completion(
      TelemetryState state,
      TruthHistory history,
      Rebuild rebuild,
      ArchiveStatus archive,
      Settings settings,
      Clock clock) {
    this.state = state;
    this.history = history;
    this.rebuild = rebuild;
    this.archive = archive;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The reading of the topics begins.
   *
   * @param since for each topic, since when every record of it is there; absent if it lost none
   */
  public void replayBegins(Map<Topic, Optional<Instant>> since) {
    if (rebuild.hasCaughtUp()) {
      // What the topics have lost since the last time was read when they still had it.
      return;
    }
    TreeMap<String, @Nullable Instant> named = new TreeMap<>();
    since.forEach((topic, instant) -> named.put(topic.topicName(), instant.orElse(null)));
    lost = new Lost(named);
    due = lost.slots() || lost.conflicts();
    rebuild.needsCompletion(due);
    publish();
  }

  /** Every record that the topics held at start was read. */
  public void topicsRead() {
    if (cutoff.isEmpty()) {
      Instant latest = clock.instant().minus(SETTLED_BY_THEN);
      cutoff =
          Optional.of(
              state
                  .oldestTold()
                  .map(told -> told.minus(CLOCKS_DIFFER_BY))
                  .filter(told -> told.isBefore(latest))
                  .orElse(latest));
    }
    publish();
    tryAgain();
  }

  /** Asks the store for what is still missing, if anything is. */
  void tryAgain() {
    if (archive.lost() != toldLoss) {
      publish();
    }
    if (!due || cutoff.isEmpty() || !working.compareAndSet(false, true)) {
      return;
    }
    Uni<Void> slots =
        lost.slots() && !slotsDone ? slots(cutoff.get()) : Uni.createFrom().voidItem();
    Uni<Void> conflicts =
        lost.conflicts() && !conflictsDone ? conflicts() : Uni.createFrom().voidItem();
    slots
        .chain(() -> conflicts)
        .onTermination()
        .invoke(() -> working.set(false))
        .subscribe()
        .with(_ -> completed(), this::failed);
  }

  private Uni<Void> slots(Instant from) {
    return pages((Optional<StoredSlot> last) ->
            history.slotsFrom(from, last.map(StoredSlot::slotId), settings.pageRows()))
        .invoke(page -> page.forEach(state::complete))
        .onItem()
        .ignoreAsUni()
        .chain(() -> history.sumsBefore(from))
        .invoke(sums -> {
          state.complete(sums);
          slotsDone = true;
        })
        .replaceWithVoid();
  }

  private Uni<Void> conflicts() {
    int maxPages = Math.ceilDiv(settings.maxConflictEvents(), settings.pageRows());
    return pages(
            (Optional<ConflictEvent> last) -> history.conflictEvents(last, settings.pageRows()))
        .select()
        .first(maxPages)
        .invoke(page -> page.forEach(state::complete))
        .collect()
        .with(Collectors.counting())
        .invoke(read -> {
          conflictsCut = read == maxPages;
          conflictsDone = true;
        })
        .replaceWithVoid();
  }

  private interface Pages<T> {
    Uni<List<T>> after(Optional<T> last);
  }

  /** Where a list was read to. Used by one subscriber, one page after the other. */
  private static final class Cursor<T> {
    private Optional<T> last = Optional.empty();

    Uni<List<T>> next(Pages<T> pages) {
      return pages
          .after(last)
          .invoke(page -> last = page.isEmpty() ? last : Optional.of(page.getLast()));
    }
  }

  /** Page after page, each asked for when the one before is done with; ends with an empty one. */
  private static <T> Multi<List<T>> pages(Pages<T> pages) {
    return Multi.createBy()
        .repeating()
        .uni(Cursor<T>::new, cursor -> cursor.next(pages))
        .until(List::isEmpty);
  }

  private void completed() {
    due = false;
    publish();
    rebuild.completed();
    log.infof(
        "totals completed from the truth store slots=%s conflicts=%s", slotsDone, conflictsDone);
  }

  private void failed(Throwable failure) {
    publish();
    // The service is of use without the oldest part of the totals, and says that they lack it.
    rebuild.completed();
    log.warnf("totals not completed from the truth store yet reason=%s", failure.getMessage());
  }

  private void publish() {
    List<String> fromStore = new ArrayList<>();
    List<String> notKnown = new ArrayList<>();
    if (lost.slots()) {
      if (slotsDone) {
        fromStore.addAll(List.of("outcomes", "settlements", "money", "winningRegions"));
        notKnown.add(
            "Outcomes that were still waiting for settlement when their topic lost them: only"
                + " settled slots are in the truth store.");
      } else {
        notKnown.add(
            "The oldest outcomes and settlements: their topics lost them, and the truth store has"
                + " not answered yet.");
      }
    }
    if (lost.conflicts()) {
      if (conflictsDone) {
        fromStore.add("conflicts");
      }
      if (!conflictsDone || conflictsCut) {
        notKnown.add(
            conflictsCut
                ? "Conflict events beyond the first "
                    + settings.maxConflictEvents()
                    + " of the archive: that many are read at start."
                : "The oldest conflict events: their topic lost them, and the truth store has not"
                    + " answered yet.");
      }
    }
    toldLoss = archive.lost();
    if (toldLoss > 0) {
      notKnown.add(
          toldLoss
              + " conflict events: their topic deleted them before they were stored in the"
              + " archive.");
    }
    // Halfway through the topics, settlements are there whose outcomes are not.
    boolean hasAllSlots = rebuild.hasReadTopics() && (!lost.slots() || slotsDone);
    state.provenanceIs(new Provenance(lost.since(), fromStore, notKnown, hasAllSlots));
  }
}
