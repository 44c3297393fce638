package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.domain.SlotView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The slots of this instance's partitions as queries may see them. The loop writes immutable views,
 * any thread reads them.
 */
@ApplicationScoped
public class SlotViews {
  private final Map<SlotId, SlotView> views = new ConcurrentHashMap<>();
  private final Set<Integer> partitions = ConcurrentHashMap.newKeySet();

  public Optional<SlotView> find(SlotId slotId) {
    return Optional.ofNullable(views.get(slotId));
  }

  /**
   * Open slots in the order in which they are due.
   *
   * @param after where the page before ended; absent for the first page
   * @param limit 1 or more
   */
  public List<SlotView> open(Optional<Due> after, int limit) {
    PriorityQueue<SlotView> latestFirst =
        new PriorityQueue<>(Comparator.comparing(Due::of).reversed());
    for (SlotView view : views.values()) {
      if (view.isOpen() && after.map(last -> Due.of(view).compareTo(last) > 0).orElse(true)) {
        latestFirst.add(view);
        if (latestFirst.size() > limit) {
          latestFirst.remove();
        }
      }
    }
    return latestFirst.stream().sorted(Comparator.comparing(Due::of)).toList();
  }

  /** A place in the order in which slots are due. */
  public record Due(Instant deadline, SlotId slotId) implements Comparable<Due> {
    public static Due of(SlotView view) {
      return new Due(view.deadline(), view.slotId());
    }

    @Override
    public int compareTo(Due other) {
      int byDeadline = deadline.compareTo(other.deadline);
      return byDeadline != 0 ? byDeadline : slotId.value().compareTo(other.slotId.value());
    }
  }

  /** Whether this instance evaluates the partition, as far as its loop has heard. */
  public boolean owns(int partition) {
    return partitions.contains(partition);
  }

  void take(int partition) {
    partitions.add(partition);
  }

  void publish(SlotView view) {
    views.put(view.slotId(), view);
  }

  /** The slot is forgotten here. */
  void drop(SlotId slotId) {
    views.remove(slotId);
  }

  /** Another instance may own this partition now and know better. */
  void drop(int partition) {
    partitions.remove(partition);
    views.values().removeIf(view -> view.partition() == partition);
  }
}
