package io.quantedge.localstack.dsql.rule;

import java.util.Optional;

/** CREATE INDEX: always asynchronous, of one kind, ascending. */
final class Indexes {
  private static final int MAXIMUM_KEYS = 8;

  private Indexes() {}

  /**
   * The statement without ASYNC, or its refusal.
   *
   * @param words the statement
   * @param index index of the keyword INDEX
   */
  static Statement created(Words words, int index) {
    Optional<Refusal> refusal = refusal(words, index);
    return refusal.isPresent()
        ? new Statement.Refused(words.sql(), refusal.get())
        : Jobs.job(words, words.without(index + 1, index + 2));
  }

  /** In the order in which a cluster was seen to check. */
  private static Optional<Refusal> refusal(Words words, int index) {
    if (words.at(index + 1, "CONCURRENTLY")) {
      return Optional.of(Refusals.known("CONCURRENTLY not supported for CREATE INDEX"));
    }
    if (words.containOutside("USING")) {
      return Optional.of(Refusals.known("USING not supported for CREATE INDEX"));
    }
    if (!words.at(index + 1, "ASYNC") || words.size() == index + 2) {
      return Optional.of(Refusals.known("unsupported mode. please use CREATE INDEX ASYNC."));
    }
    int open = words.next(index, '(');
    return open < words.size() ? keys(words, open) : Optional.empty();
  }

  private static Optional<Refusal> keys(Words words, int open) {
    var keys = words.items(open + 1, words.closing(open));
    if (keys.stream().anyMatch(key -> key.containOutside("DESC") || key.containOutside("ASC"))) {
      return Optional.of(Refusals.known("specifying sort order not supported for index keys"));
    }
    return keys.size() > MAXIMUM_KEYS
        ? Optional.of(new Refusal("54011", "more than 8 column keys in an index are not supported"))
        : Optional.empty();
  }
}
