package io.quantedge.bench.settle;

import io.quantedge.bench.Arguments;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How settling is measured.
 *
 * @param rounds measured rounds of each variant
 * @param roundSeconds about how long each of them lasts
 * @param warmupSeconds how long each variant works at least before it is measured
 * @param withDsql whether the service is measured through the local Aurora DSQL too
 * @param json where the result is written as JSON as well
 */
public record SettleOptions(
    int rounds, int roundSeconds, int warmupSeconds, boolean withDsql, Optional<Path> json) {

  public static SettleOptions of(Arguments arguments) {
    return new SettleOptions(
        arguments.number("rounds", 3),
        arguments.number("round-seconds", 8),
        arguments.number("warmup-seconds", 60),
        !arguments.flag("direct-only"),
        arguments.path("json"));
  }
}
