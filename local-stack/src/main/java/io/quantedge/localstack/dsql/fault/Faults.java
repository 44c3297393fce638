package io.quantedge.localstack.dsql.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What is to go wrong, on purpose and repeatably: asked by the proxy at each commit, statement and
 * connection, changed by the admin API. A new plan replaces the one before it. Thread-safe;
 * listeners are called on the thread that asks for the change, outside of the lock.
 */
public final class Faults {
  /** Most commits that one request can plan for. */
  public static final int MAXIMUM_NEXT = 1_000_000;

  private final Map<String, EndpointState> endpoints = new LinkedHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private Conflicts conflicts = new Conflicts.Next("OC000", 0);
  private Cut cut = Cut.NONE;
  private int cutsLeft;
  private Latency latency = Latency.NONE;

  /** Nothing goes wrong at first; all endpoints serve. */
  public Faults(List<String> regions) {
    regions.forEach(region -> endpoints.put(region, EndpointState.SERVING));
  }

  /**
   * Asks at the COMMIT of a transaction that wrote.
   *
   * @return {@code OC000} or {@code OC001} if it has to fail, which uses one of the plan up
   */
  public synchronized Optional<String> conflictAtCommit() {
    return conflicts.take();
  }

  /** Asks at the COMMIT of a transaction that wrote; an answer other than NONE uses one up. */
  public synchronized Cut cutAtCommit() {
    if (cutsLeft == 0) {
      return Cut.NONE;
    }
    cutsLeft--;
    return cut;
  }

  /** Milliseconds by which a statement is to be answered later. */
  public synchronized long statementDelayMillis() {
    return latency.statementMillis();
  }

  /** Milliseconds by which the commit of a transaction that wrote is to be answered later. */
  public synchronized long commitDelayMillis() {
    return latency.commitMillis();
  }

  /**
   * What was last asked of an endpoint. {@link EndpointState#DROPPED} is an event: it stays to be
   * seen, and new connections are served.
   *
   * @throws IllegalArgumentException if there is no endpoint in this region
   */
  public synchronized EndpointState endpoint(String region) {
    EndpointState state = endpoints.get(region);
    if (state == null) {
      throw unknown(region);
    }
    return state;
  }

  /**
   * Calls with the region's name after each request for an endpoint, the state that it had before
   * included: dropping twice cuts twice.
   */
  public void onEndpointChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  /**
   * Makes the next commits fail.
   *
   * @param code {@code OC000} or {@code OC001}
   * @param next how many, 0 to {@value #MAXIMUM_NEXT}
   */
  public synchronized void conflictNext(String code, int next) {
    checkCode(code);
    checkNext(next);
    conflicts = new Conflicts.Next(code, next);
  }

  /**
   * Makes commits fail by chance.
   *
   * @param code {@code OC000} or {@code OC001}
   * @param probability 0 to 1
   * @param seed decides which commits, in their order
   */
  public synchronized void conflictWithProbability(String code, double probability, long seed) {
    checkCode(code);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is 0 to 1, but was " + probability);
    }
    conflicts = new Conflicts.Random(code, probability, seed);
  }

  /**
   * Cuts the connections of the next commits.
   *
   * @param when when in the course of the commit; NONE takes back an earlier plan
   * @param next how many, 0 to {@value #MAXIMUM_NEXT}
   */
  public synchronized void cutNext(Cut when, int next) {
    checkNext(next);
    cut = when;
    cutsLeft = when == Cut.NONE ? 0 : next;
  }

  /** Answers later from now on. */
  public synchronized void latency(Latency wanted) {
    latency = wanted;
  }

  /**
   * Changes how an endpoint treats its clients.
   *
   * @throws IllegalArgumentException if there is no endpoint in this region
   */
  public void endpoint(String region, EndpointState state) {
    synchronized (this) {
      if (endpoints.replace(region, state) == null) {
        throw unknown(region);
      }
    }
    tell(List.of(region));
  }

  /** Ends all faults; endpoints serve again. */
  public void clear() {
    List<String> changed;
    synchronized (this) {
      conflicts = new Conflicts.Next("OC000", 0);
      cut = Cut.NONE;
      cutsLeft = 0;
      latency = Latency.NONE;
      changed =
          endpoints.entrySet().stream()
              .filter(endpoint -> endpoint.getValue() != EndpointState.SERVING)
              .map(Map.Entry::getKey)
              .toList();
      endpoints.replaceAll((region, state) -> EndpointState.SERVING);
    }
    tell(changed);
  }

  /** Whether there is an endpoint in the region. */
  public synchronized boolean knows(String region) {
    return endpoints.containsKey(region);
  }

  /** What is planned, by the names of the admin API. */
  public synchronized Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("conflicts", conflicts.active() ? conflicts.describe() : Map.of());
    description.put("cuts", cutsLeft > 0 ? Map.of("when", cut.name(), "next", cutsLeft) : Map.of());
    description.put(
        "latency",
        Map.of(
            "statementMillis", latency.statementMillis(), "commitMillis", latency.commitMillis()));
    description.put("endpoints", new LinkedHashMap<>(endpoints));
    return description;
  }

  private void tell(List<String> regions) {
    regions.forEach(region -> listeners.forEach(listener -> listener.accept(region)));
  }

  private IllegalArgumentException unknown(String region) {
    return new IllegalArgumentException(
        "there is no endpoint in region %s; there are %s".formatted(region, endpoints.keySet()));
  }

  private static void checkCode(String code) {
    if (!Conflicts.CODES.contains(code)) {
      throw new IllegalArgumentException("code is OC000 or OC001, but was " + code);
    }
  }

  private static void checkNext(int next) {
    if (next < 0 || next > MAXIMUM_NEXT) {
      throw new IllegalArgumentException(
          "next is 0 to %d, but was %d".formatted(MAXIMUM_NEXT, next));
    }
  }
}
