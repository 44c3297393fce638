package io.quantedge.telemetry.domain;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latest entries of a kind, in bounded memory. When it is full, the oldest finished entry is
 * retired; only if none is finished, the oldest one of all, which is then <em>cut short</em>: what
 * is told about it later is ignored. A retired key is remembered, so that a repeat about it is not
 * taken for something new.
 *
 * <p>Exactness of what is summed up over the entries ends in two places, and both are counted or
 * bounded by configuration: entries cut short miss their later events, and a repeat about a key
 * that was retired more than {@code remembered} retirements ago counts again.
 *
 * <p>Not thread-safe.
 */
final class RecentMap<K, V> {
  private final int maxEntries;
  private final RememberedKeys retiredKeys;
  private final LinkedHashMap<K, V> open = new LinkedHashMap<>();
  private final LinkedHashMap<K, V> finished = new LinkedHashMap<>();
  private long retired;
  private long cutShort;

  RecentMap(int maxEntries, int remembered) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException("at least 1 entry must be kept; it was " + maxEntries);
    }
    this.maxEntries = maxEntries;
    this.retiredKeys = new RememberedKeys(remembered);
  }

  Optional<V> get(K key) {
    V value = open.get(key);
    return Optional.ofNullable(value != null ? value : finished.get(key));
  }

  /** Whether this key was seen before, kept or retired. */
  boolean knows(K key) {
    return open.containsKey(key) || finished.containsKey(key) || isRetired(key);
  }

  boolean isRetired(K key) {
    return retiredKeys.contains(key);
  }

  /** Keeps the value in place of the key's former one. The key must not be retired. */
  void put(K key, V value, boolean isFinished) {
    if (isFinished) {
      open.remove(key);
      finished.put(key, value);
    } else {
      finished.remove(key);
      open.put(key, value);
    }
    if (open.size() + finished.size() > maxEntries) {
      retireOne();
    }
  }

  /**
   * As {@link #put}, for what is older than all the rest: if there is no room, this entry itself is
   * retired if it is finished.
   */
  void putOld(K key, V value, boolean isFinished) {
    boolean isFull = open.size() + finished.size() >= maxEntries;
    if (!isFinished || !isFull || finished.containsKey(key)) {
      put(key, value, isFinished);
      return;
    }
    open.remove(key);
    retiredKeys.add(key);
    retired++;
  }

  private void retireOne() {
    if (finished.isEmpty()) {
      retireEldest(open);
      cutShort++;
    } else {
      retireEldest(finished);
    }
  }

  private void retireEldest(LinkedHashMap<K, V> entries) {
    Iterator<K> eldestFirst = entries.keySet().iterator();
    retiredKeys.add(eldestFirst.next());
    eldestFirst.remove();
    retired++;
  }

  Collection<V> open() {
    return open.values();
  }

  Stream<V> all() {
    return Stream.concat(open.values().stream(), finished.values().stream());
  }

  /** Keys ever seen, each once. */
  long seen() {
    return open.size() + finished.size() + retired;
  }

  long retired() {
    return retired;
  }

  /** Entries retired before they were finished. */
  long cutShort() {
    return cutShort;
  }
}
