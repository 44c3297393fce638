package io.quantedge.ingest.dynamodb;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Time that passes only when there is nothing left to do, so that minutes take a moment. */
final class VirtualTime implements WriteTimer {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atNanos).thenComparingLong(Task::number));
  private long nowNanos;
  private long numbers;

  private record Task(long atNanos, long number, Runnable work) {}

  @Override
  public long nanoTime() {
    return nowNanos;
  }

  @Override
  public void after(Duration wait, Runnable task) {
    tasks.add(new Task(nowNanos + wait.toNanos(), numbers++, task));
  }

  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(nowNanos);
  }

  /** Lets time pass up to an instant, or until nothing is left to do. */
  void runUntil(Duration end) {
    while (!tasks.isEmpty() && tasks.peek().atNanos() <= end.toNanos()) {
      Task next = tasks.remove();
      nowNanos = next.atNanos();
      next.work().run();
    }
    nowNanos = Math.max(nowNanos, end.toNanos());
  }
}
