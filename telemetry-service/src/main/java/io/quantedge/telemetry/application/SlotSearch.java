package io.quantedge.telemetry.application;

import io.quantedge.telemetry.application.TelemetryState.Remembered;
import io.quantedge.telemetry.domain.SlotState;
import io.quantedge.telemetry.domain.SlotSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Looks for slots where they may be known: in memory, among the evaluator's open ones, and in the
 * truth store. One of them that does not answer makes the list shorter, and the list says so.
 * Thread-safe.
 */
@ApplicationScoped
public class SlotSearch {
  private static final Logger log = Logger.getLogger(SlotSearch.class);

  private static final Pattern BEGINNING_OF_AN_ID =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final TelemetryState state;
  private final OpenSlots open;
  private final StoredSlots stored;

  SlotSearch(TelemetryState state, OpenSlots open, StoredSlots stored) {
    this.state = state;
    this.open = open;
    this.stored = stored;
  }

  /**
   * A page of slots, the latest close first.
   *
   * @param next behind which place the next page begins; empty on the last one
   * @param notes what may be missing, and why; sentences
   */
  public record Page(List<SlotSummary> slots, Optional<SlotPlace> next, List<String> notes) {}

  /** What one of those who were asked adds. */
  private record Contribution(Collection<SlotSummary> slots, List<String> notes) {
    static final Contribution NOTHING = new Contribution(List.of(), List.of());

    static Contribution without(String note) {
      return new Contribution(List.of(), List.of(note));
    }
  }

  /** Reads the memory at once, on the caller's thread. Never fails because a source is away. */
  public Uni<Page> search(SlotQuery query) {
    Contribution remembered = remembered(query);
    return Uni.combine()
        .all()
        .unis(open(query), stored(query))
        .with((fromEvaluator, fromStore) ->
            page(query, List.of(remembered, fromStore, fromEvaluator)));
  }

  private Contribution remembered(SlotQuery query) {
    Remembered<SlotSummary> found = state.find(lowerCase(query));
    boolean mayLack = found.retired() > 0 && !asksStore(query) && wants(query, SlotState.SETTLED);
    return new Contribution(
        found.items(),
        mayLack
            ? List.of(
                "Slots that telemetry does not remember any more are found by the beginning of"
                    + " their id only.")
            : List.of());
  }

  private Uni<Contribution> open(SlotQuery query) {
    if (!wants(query, SlotState.OPEN)) {
      return Uni.createFrom().item(Contribution.NOTHING);
    }
    return open.list()
        .map(found ->
            contribution(
                found,
                "There are more open slots than the " + found.slots().size() + " looked at."))
        .onFailure(SourceAwayException.class)
        .recoverWithItem(away ->
            Contribution.without(
                "Open slots without a bid may be missing: " + String.valueOf(away.getMessage())));
  }

  private Uni<Contribution> stored(SlotQuery query) {
    if (!asksStore(query)) {
      return Uni.createFrom().item(Contribution.NOTHING);
    }
    return stored
        .startingWith(query.text())
        .map(found ->
            contribution(
                found,
                "The truth store has more slots whose id begins like this than the "
                    + found.slots().size()
                    + " looked at: make the text longer."))
        .onFailure()
        .recoverWithItem(failure -> {
          log.warnf("slots not found in the truth store reason=%s", failure.getMessage());
          return Contribution.without(
              "Slots that telemetry does not remember are missing: the truth store does not"
                  + " answer.");
        });
  }

  private static Contribution contribution(FoundSlots found, String ifMore) {
    return new Contribution(found.slots(), found.complete() ? List.of() : List.of(ifMore));
  }

  /** A search inside of ids would read the whole table; the beginning is what its key is for. */
  private static boolean asksStore(SlotQuery query) {
    return wants(query, SlotState.SETTLED) && BEGINNING_OF_AN_ID.matcher(query.text()).matches();
  }

  /** Whether slots that are open, or decided, can be in the answer. */
  private static boolean wants(SlotQuery query, SlotState kind) {
    return query
        .state()
        .map(state -> (state == SlotState.OPEN) == (kind == SlotState.OPEN))
        .orElse(true);
  }

  private static Page page(SlotQuery query, List<Contribution> contributions) {
    TreeMap<String, SlotSummary> byId = new TreeMap<>();
    List<String> notes = new ArrayList<>();
    for (Contribution contribution : contributions) {
      contribution.slots().forEach(slot -> byId.merge(slot.slotId(), slot, SlotSummary::with));
      notes.addAll(contribution.notes());
    }
    String text = lowerCase(query);
    List<SlotSummary> found =
        byId.values().stream()
            .filter(slot -> slot.contains(text))
            .filter(slot -> query.state().map(state -> state == slot.state()).orElse(true))
            .filter(slot -> isBehind(query, slot))
            .sorted((one, other) -> SlotPlace.of(one).compareTo(SlotPlace.of(other)))
            .limit(query.limit() + 1L)
            .toList();
    boolean more = found.size() > query.limit();
    List<SlotSummary> shown = more ? found.subList(0, query.limit()) : found;
    return new Page(
        List.copyOf(shown),
        more ? Optional.of(SlotPlace.of(shown.getLast())) : Optional.empty(),
        List.copyOf(notes));
  }

  private static boolean isBehind(SlotQuery query, SlotSummary slot) {
    return query.after().map(place -> place.compareTo(SlotPlace.of(slot)) < 0).orElse(true);
  }

  private static String lowerCase(SlotQuery query) {
    return query.text().toLowerCase(Locale.ROOT);
  }
}
