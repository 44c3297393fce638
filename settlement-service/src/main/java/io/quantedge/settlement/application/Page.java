package io.quantedge.settlement.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a list in its order. A page is asked for by the key of the row before it, not by a
 * number of rows to skip, so that rows that come in between shift nothing.
 *
 * @param next the key of the last row, if more follow
 * @param <T> a row
 * @param <K> what the list is ordered by
 */
public record Page<T, K>(List<T> items, Optional<K> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * @param rows up to one more than the limit: the one too many tells that more follow
   */
  public static <T, K> Page<T, K> of(List<T> rows, int limit, Function<T, K> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, Optional.empty());
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, Optional.of(key.apply(items.getLast())));
  }

  /**
   * What is asked for.
   *
   * @param after the key of the row before; absent for the first page
   * @param limit at most so many rows, 1 to {@value #MAX_LIMIT}
   */
  public record Request<K>(Optional<K> after, int limit) {
    public static final int MAX_LIMIT = 500;

    public Request {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + "; it was " + limit);
      }
    }
  }
}
