package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that happened to a slot, in order; its state is the fold over it. It cannot be built
 * from events that are out of order, so a history that was tampered with is not read as a state.
 * Immutable.
 *
 * @param events from the first on, without a gap; at least one
 */
public record SlotHistory(SlotId slotId, List<SlotEvent> events) {
  public SlotHistory {
    events = List.copyOf(events);
    requireLegal(slotId, events);
  }

  /** Where the slot stands after its last event. */
  public SlotStage stage() {
    return events.getLast().stage();
  }

  /** The number of the event to come. */
  public int nextEventNo() {
    return events.size() + 1;
  }

  /** The event that brought the slot to a stage, if it was ever there. */
  public Optional<SlotEvent> eventOf(SlotStage stage) {
    return events.stream().filter(event -> event.stage() == stage).findFirst();
  }

  /**
   * What had happened by then; absent if nothing had. It is always a beginning of the whole: where
   * two clocks disagree, the order of the events decides.
   */
  public Optional<SlotHistory> asOf(Instant instant) {
    List<SlotEvent> before =
        events.stream().takeWhile(event -> !event.occurredAt().isAfter(instant)).toList();
    return before.isEmpty() ? Optional.empty() : Optional.of(new SlotHistory(slotId, before));
  }

  private static void requireLegal(SlotId slotId, List<SlotEvent> events) {
    if (events.isEmpty() || events.getFirst().stage() != SlotStage.OPEN) {
      throw new IllegalStateException("the history of slot " + slotId + " must begin with OPEN");
    }
    for (int i = 0; i < events.size(); i++) {
      SlotEvent event = events.get(i);
      boolean legal =
          event.eventNo() == i + 1
              && (i == 0 || event.stage().mayFollow(events.get(i - 1).stage()));
      if (!legal) {
        throw new IllegalStateException(
            "the history of slot "
                + slotId
                + " is broken at place "
                + (i + 1)
                + ": event "
                + event.eventNo()
                + " "
                + event.stage());
      }
    }
  }
}
