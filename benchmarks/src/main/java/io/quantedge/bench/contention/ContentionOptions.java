package io.quantedge.bench.contention;

import io.quantedge.bench.Arguments;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How contention is measured.
 *
 * @param workers how many race, one size of race after the other
 * @param repetitions races for each size and strategy
 * @param minutesPerSize after how long a size is given no further repetition; 0 for no limit
 * @param plot where the picture is written
 * @param json where the result is written as JSON as well
 */
public record ContentionOptions(
    List<Integer> workers,
    int repetitions,
    int minutesPerSize,
    Optional<Path> plot,
    Optional<Path> json) {
  public ContentionOptions {
    workers = workers.stream().sorted().distinct().toList();
  }

  public static ContentionOptions of(Arguments arguments) {
    return new ContentionOptions(
        arguments.numbers("workers", List.of(2, 5, 10, 25, 50, 100)),
        arguments.number("repetitions", 30),
        arguments.number("minutes-per-size", 0),
        arguments.path("plot"),
        arguments.path("json"));
  }
}
