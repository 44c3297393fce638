package io.quantedge.evaluator.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** Things to do at an instant of the wall clock. Confined to the loop's thread. */
final class Agenda {
  private final PriorityQueue<Item> items = new PriorityQueue<>();
  private final Clock clock;

  Agenda(Clock clock) {
    this.clock = clock;
  }

  /** Runs the task once {@code due} has passed. */
  void after(Instant due, Object owner, Runnable task) {
    items.add(new Item(due, owner, task));
  }

  void forget(Object owner) {
    items.removeIf(item -> item.owner == owner);
  }

  void runDue() {
    Instant now = clock.instant();
    for (Item next = items.peek(); next != null && next.due.isBefore(now); next = items.peek()) {
      items.remove();
      next.task.run();
    }
  }

  /** How long nothing will be due, at most {@code limit}; whole milliseconds, rounded up. */
  Duration idle(Duration limit) {
    Item next = items.peek();
    Instant now = clock.instant();
    // Compared before it is subtracted: a slot may close in the year 1,000,000,000.
    if (next == null || next.due.isAfter(now.plus(limit))) {
      return limit;
    }
    long millis = Math.max(0, Duration.between(now, next.due).toMillis() + 1);
    return Duration.ofMillis(Math.min(millis, limit.toMillis()));
  }

  private record Item(Instant due, Object owner, Runnable task) implements Comparable<Item> {
    @Override
    public int compareTo(Item other) {
      return due.compareTo(other.due);
    }
  }
}
