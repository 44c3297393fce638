package io.quantedge.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a benchmark as the command line hands them over, {@code name=value} each. It has
 * checked them already; here they only must not be lost. Immutable.
 */
public record Arguments(Map<String, String> values) {
  public Arguments {
    values = Map.copyOf(values);
  }

  /**
   * @throws IllegalArgumentException if a word has another form
   */
  public static Arguments of(List<String> words) {
    Map<String, String> values = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("an argument is name=value, and this is '" + word + "'");
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new Arguments(values);
  }

  /** A whole number of 1 or more. */
  public int number(String name, int otherwise) {
    return numbers(name, List.of(otherwise)).getFirst();
  }

  /** Whole numbers of 1 or more, separated by commas. */
  public List<Integer> numbers(String name, List<Integer> otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      List<Integer> numbers = Arrays.stream(value.split(",", -1)).map(Integer::valueOf).toList();
      if (numbers.stream().allMatch(number -> number >= 1)) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        name + " must be whole numbers of 1 or more; it was '" + value + "'");
  }

  public Optional<Path> path(String name) {
    return Optional.ofNullable(values.get(name)).map(Path::of);
  }

  public boolean flag(String name) {
    return Boolean.parseBoolean(values.get(name));
  }
}
