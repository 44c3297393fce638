package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.domain.incident.DeadLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;

/**
 * Dead letters that the detector has not dealt with. Of each subject the newest is enough. Bounded:
 * what comes when it is full is dropped and counted, and is found again at the next start, when the
 * topic is read from its beginning. Thread-safe.
 */
@ApplicationScoped
public class DeadLetterInbox {
  static final int MAX_SUBJECTS = 1_000;

  private static final BinaryOperator<DeadLetter> NEWER =
      (one, other) -> other.at().isAfter(one.at()) ? other : one;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, DeadLetter> waiting = new LinkedHashMap<>();
  private long dropped;

  /** A letter was read from the topic, maybe again. */
  public void add(DeadLetter letter) {
    lock.lock();
    try {
      if (waiting.size() < MAX_SUBJECTS || waiting.containsKey(letter.subject())) {
        waiting.merge(letter.subject(), letter, NEWER);
      } else {
        dropped++;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The oldest ones that wait. */
  List<DeadLetter> next(int max) {
    lock.lock();
    try {
      return waiting.values().stream().limit(max).toList();
    } finally {
      lock.unlock();
    }
  }

  /** The letter was dealt with; a newer one of the same subject stays. */
  void done(DeadLetter letter) {
    lock.lock();
    try {
      waiting.remove(letter.subject(), letter);
    } finally {
      lock.unlock();
    }
  }

  /** Letters that found no place. */
  public long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }
}
