package io.quantedge.telemetry.application.proof;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Runs that have not ended, and those that have ended and are not stored yet. Bounded; gone with
 * the process. One runs at a time, whatever its kind, because there is one truth store to be fought
 * over. Thread-safe.
 */
final class ProofQueue {
  /** Runs that could not be stored; if there are more, the oldest is forgotten. */
  static final int MAX_UNSTORED = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final int sizePerKind;
  private final Deque<ProofRun> queued = new ArrayDeque<>();
  private final Deque<ProofRun> unstored = new ArrayDeque<>();
  private Optional<ProofRun> running = Optional.empty();

  /**
   * @param sizePerKind how many runs of one kind may wait
   */
  ProofQueue(int sizePerKind) {
    this.sizePerKind = sizePerKind;
  }

  /**
   * @return whether there was a place
   */
  boolean add(ProofRun run) {
    lock.lock();
    try {
      return countQueued(run.kind()) < sizePerKind && queued.add(run);
    } finally {
      lock.unlock();
    }
  }

  /** The next one to be run, unless one is running. */
  Optional<ProofRun> startNext(Instant now) {
    lock.lock();
    try {
      if (running.isPresent() || queued.isEmpty()) {
        return Optional.empty();
      }
      running = Optional.of(queued.removeFirst().started(now));
      return running;
    } finally {
      lock.unlock();
    }
  }

  /** The run that is running got further. */
  void progressed(ProofRun run) {
    lock.lock();
    try {
      running = Optional.of(run);
    } finally {
      lock.unlock();
    }
  }

  /** The run that was running has ended, and is still to be stored. */
  void ended(ProofRun run) {
    lock.lock();
    try {
      running = Optional.empty();
      unstored.addLast(run);
      if (unstored.size() > MAX_UNSTORED) {
        unstored.removeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  void stored(UUID runId) {
    lock.lock();
    try {
      unstored.removeIf(run -> run.runId().equals(runId));
    } finally {
      lock.unlock();
    }
  }

  Optional<ProofRun> running() {
    lock.lock();
    try {
      return running;
    } finally {
      lock.unlock();
    }
  }

  long queued(ProofName kind) {
    lock.lock();
    try {
      return countQueued(kind);
    } finally {
      lock.unlock();
    }
  }

  private long countQueued(ProofName kind) {
    return queued.stream().filter(run -> run.kind() == kind).count();
  }

  /** All that are known here, of one moment. */
  List<ProofRun> all() {
    lock.lock();
    try {
      return Stream.of(queued.stream(), running.stream(), unstored.stream())
          .flatMap(runs -> runs)
          .toList();
    } finally {
      lock.unlock();
    }
  }
}
