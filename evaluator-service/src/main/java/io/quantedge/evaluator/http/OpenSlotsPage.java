package io.quantedge.evaluator.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.application.SlotViews.Due;
import io.quantedge.evaluator.domain.SlotView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Open slots in the order in which they are due.
 *
 * @param scope whose slots these are
 * @param instances how many instances were asked
 * @param next where the next page begins; absent on the last one
 */
record OpenSlotsPage(Scope scope, int instances, List<Item> items, Optional<String> next) {
  /** Whose slots a list names. */
  enum Scope {
    /** Those of all instances. */
    ALL,
    /** Those of the instance that is asked. */
    INSTANCE
  }

  /**
   * @param deadline until when a bid is in time, as far as bids extended it
   * @param received bids so far
   */
  record Item(
      SlotId slotId,
      AccountId publisherId,
      String name,
      Instant closesAt,
      Instant deadline,
      int partition,
      long received) {
    static Item of(SlotView view) {
      return new Item(
          view.slotId(),
          view.slot().publisherId(),
          view.slot().name(),
          view.slot().closesAt(),
          view.deadline(),
          view.partition(),
          view.total().received());
    }

    Due due() {
      return new Due(deadline, slotId);
    }
  }

  /** A page of this instance's slots, from one slot more than fits if there is one. */
  static OpenSlotsPage of(List<SlotView> views, int limit) {
    return cut(Scope.INSTANCE, 1, views.stream().map(Item::of), limit);
  }

  /** The first slots of all pages together. */
  static OpenSlotsPage merged(List<OpenSlotsPage> pages, int limit) {
    boolean more = pages.stream().anyMatch(page -> page.next().isPresent());
    OpenSlotsPage page =
        cut(Scope.ALL, pages.size(), pages.stream().flatMap(part -> part.items().stream()), limit);
    Optional<String> next =
        page.next().or(() -> more ? page.last().map(Inputs::cursor) : Optional.empty());
    return new OpenSlotsPage(Scope.ALL, pages.size(), page.items(), next);
  }

  /** While a partition moves, two instances may name the same slot. */
  private static OpenSlotsPage cut(Scope scope, int instances, Stream<Item> items, int limit) {
    TreeSet<Item> ordered = new TreeSet<>(Comparator.comparing(Item::due));
    items.forEach(ordered::add);
    List<Item> shown = ordered.stream().limit(limit).toList();
    Optional<String> next =
        ordered.size() > limit
            ? Optional.of(Inputs.cursor(shown.getLast().due()))
            : Optional.empty();
    return new OpenSlotsPage(scope, instances, shown, next);
  }

  private Optional<Due> last() {
    return items.isEmpty() ? Optional.empty() : Optional.of(items.getLast().due());
  }
}
