package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.domain.SlotView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The slots of this instance's partitions as queries may see them. The loop writes immutable views,
 * any thread reads them.
 */
@ApplicationScoped
public class SlotViews {
  private final Map<SlotId, SlotView> views = new ConcurrentHashMap<>();

  public Optional<SlotView> find(SlotId slotId) {
    return Optional.ofNullable(views.get(slotId));
  }

  void publish(SlotView view) {
    views.put(view.slotId(), view);
  }

  /** Another instance may own this partition now and know better. */
  void drop(int partition) {
    views.values().removeIf(view -> view.partition() == partition);
  }
}
