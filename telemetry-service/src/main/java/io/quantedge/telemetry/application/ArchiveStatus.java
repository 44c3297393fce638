package io.quantedge.telemetry.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How the archive of conflict events is doing. Thread-safe. */
@ApplicationScoped
public class ArchiveStatus {
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong unstorable = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong backlog = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  /** Events were given to the store, of which some are refused for good. */
  public void appended(int events, int refused) {
    stored.addAndGet(events - refused);
    unstorable.addAndGet(refused);
  }

  /** A write failed and will be tried again. */
  public void failed() {
    failures.incrementAndGet();
  }

  /** Events on the topic that are not stored yet. */
  public void backlogIs(long events) {
    backlog.set(events);
  }

  /** Events that the topic deleted before they were stored. */
  public void lostIs(long events) {
    lost.set(events);
  }

  public long lost() {
    return lost.get();
  }

  public long stored() {
    return stored.get();
  }

  public long unstorable() {
    return unstorable.get();
  }

  public long failures() {
    return failures.get();
  }

  public long backlog() {
    return backlog.get();
  }
}
