package io.quantedge.telemetry.application.proof;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Completes and checks the parameters of a run. */
final class ProofParameters {
  static final String SEED = "seed";

  /** Every reader of JSON takes whole numbers up to here exactly. */
  static final long MAX_SEED = (1L << 53) - 1;

  private ProofParameters() {}

  /**
   * @throws IllegalArgumentException if one is unknown or out of range; it says which and what is
   *     possible
   */
  static SortedMap<String, Long> complete(
      ProofOffer.Kind offered, Map<String, Long> given, RandomGenerator random) {
    SortedMap<String, Long> complete = new TreeMap<>();
    for (ProofOffer.Parameter parameter : offered.parameters()) {
      long value = given.getOrDefault(parameter.name(), parameter.byDefault());
      check(parameter.name(), value, parameter.min(), parameter.max());
      complete.put(parameter.name(), value);
    }
    long seed = given.containsKey(SEED) ? given.get(SEED) : random.nextLong(MAX_SEED + 1);
    check(SEED, seed, 0, MAX_SEED);
    complete.put(SEED, seed);
    for (String name : given.keySet()) {
      if (!complete.containsKey(name)) {
        throw new IllegalArgumentException(
            "this proof has no parameter '" + name + "'; it has " + complete.keySet());
      }
    }
    return complete;
  }

  private static void check(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "'%s' must be %d to %d; it was %d".formatted(name, min, max, value));
    }
  }
}
