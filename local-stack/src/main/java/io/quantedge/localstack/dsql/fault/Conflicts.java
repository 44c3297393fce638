package io.quantedge.localstack.dsql.fault;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Which of the next commits get a conflict that nobody caused. Not thread-safe. */
sealed interface Conflicts {
  /** The codes that Aurora DSQL knows: data, and schema. */
  Set<String> CODES = Set.of("OC000", "OC001");

  /** The code for the commit that happens now, if it is to fail. */
  Optional<String> take();

  /** Whether it can still make a commit fail. */
  boolean active();

  /** As it is shown to people. */
  Map<String, Object> describe();

  /** The next commits, until the number is used up. */
  final class Next implements Conflicts {
    private final String code;
    private int left;

    Next(String code, int left) {
      this.code = code;
      this.left = left;
    }

    @Override
    public Optional<String> take() {
      if (left == 0) {
        return Optional.empty();
      }
      left--;
      return Optional.of(code);
    }

    @Override
    public boolean active() {
      return left > 0;
    }

    @Override
    public Map<String, Object> describe() {
      return Map.of("code", code, "next", left);
    }
  }

  /** Each commit with the same probability, in the order that the seed decides. */
  final class Random implements Conflicts {
    private final String code;
    private final double probability;
    private final long seed;
    private final SplittableRandom random;

    Random(String code, double probability, long seed) {
      this.code = code;
      this.probability = probability;
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    @Override
    public Optional<String> take() {
      return random.nextDouble() < probability ? Optional.of(code) : Optional.empty();
    }

    @Override
    public boolean active() {
      return probability > 0;
    }

    @Override
    public Map<String, Object> describe() {
      return Map.of("code", code, "probability", probability, "seed", seed);
    }
  }
}
