package io.quantedge.bench.ingest;

import io.quantedge.bench.Arguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How intake is measured.
 *
 * @param rounds measured rounds of each variant
 * @param round how long each of them lasts
 * @param warmup how long each variant works before
 * @param connections that send single bids
 * @param streams that send many
 * @param json where the result is written as JSON as well
 */
public record IngestOptions(
    int rounds,
    Duration round,
    Duration warmup,
    int connections,
    int streams,
    Optional<Path> json) {

  public static IngestOptions of(Arguments arguments) {
    return new IngestOptions(
        arguments.number("rounds", 3),
        Duration.ofSeconds(arguments.number("round-seconds", 8)),
        Duration.ofSeconds(arguments.number("warmup-seconds", 30)),
        arguments.number("connections", 128),
        arguments.number("streams", 2),
        arguments.path("json"));
  }
}
