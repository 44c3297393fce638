package io.quantedge.bench.contention;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A kind of work with a way to repeat it. Used by one thread at a time. */
interface Strategy {
  /** For people. */
  String label();

  /**
   * The workers of the next race; none of them has begun.
   *
   * @param count 1 or more
   */
  List<Uni<Run>> workers(int count);

  /**
   * How often the hot row must have been written when a race has ended.
   *
   * @param successes of the race's workers
   */
  int writes(int successes);
}
