package io.quantedge.bench.evaluate;

import io.quantedge.bench.Arguments;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How evaluation is measured.
 *
 * @param rounds measured rounds of each variant, and restarts
 * @param records that are decoded and folded in each round
 * @param closes how many auctions end while latencies are measured
 * @param warmupCloses how many end before
 * @param bidsPerSecond that are written meanwhile
 * @param openBids in the open slots of the evaluator that is killed
 * @param json where the result is written as JSON as well
 */
public record EvaluateOptions(
    int rounds,
    int records,
    int closes,
    int warmupCloses,
    int bidsPerSecond,
    int openBids,
    Optional<Path> json) {

  public static EvaluateOptions of(Arguments arguments) {
    return new EvaluateOptions(
        arguments.number("rounds", 3),
        arguments.number("records", 1_000_000),
        arguments.number("closes", 600),
        arguments.number("warmup-closes", 200),
        arguments.number("bids-per-second", 5_000),
        arguments.number("open-bids", 1_000_000),
        arguments.path("json"));
  }
}
