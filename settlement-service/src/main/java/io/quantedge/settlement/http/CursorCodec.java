package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.TruthReads.EntryKey;
import io.quantedge.settlement.application.TruthReads.TimeKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Turns the key of a row into text that a client hands back unread, and back. The text names its
 * list, so a cursor of another list is refused and not misread. Immutable.
 *
 * @param list what the cursor pages through
 * @param parts how many values make a key
 * @param <K> the key
 */
record CursorCodec<K>(
    String list, int parts, Function<K, List<Object>> write, Function<List<String>, K> read) {
  /** Longer than any cursor of ours. */
  private static final int MAX_LENGTH = 400;

  private static final String SEPARATOR = "\n";

  static final CursorCodec<AccountId> ACCOUNTS =
      new CursorCodec<>("accounts", 1, List::of, parts -> new AccountId(parts.get(0)));

  static final CursorCodec<TimeKey> SETTLEMENTS =
      new CursorCodec<>(
          "settlements",
          2,
          key -> List.of(key.at(), key.id()),
          parts -> new TimeKey(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));

  static final CursorCodec<EntryKey> LEDGER =
      new CursorCodec<>(
          "ledger",
          3,
          key -> List.of(key.accountId(), key.bookedAt(), key.entryId()),
          parts ->
              new EntryKey(
                  new AccountId(parts.get(0)),
                  Instant.parse(parts.get(1)),
                  UUID.fromString(parts.get(2))));

  static final CursorCodec<StatementKey> STATEMENT =
      new CursorCodec<>(
          "statement",
          3,
          key -> List.of(key.to(), key.row().at(), key.row().id()),
          parts ->
              new StatementKey(
                  Instant.parse(parts.get(0)),
                  new TimeKey(Instant.parse(parts.get(1)), UUID.fromString(parts.get(2)))));

  /**
   * @param to where the statement ends, so that its next page is of the same statement
   */
  record StatementKey(Instant to, TimeKey row) {}

  String encode(K key) {
    String text =
        list
            + SEPARATOR
            + String.join(SEPARATOR, write.apply(key).stream().map(String::valueOf).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ProblemException if the text is no cursor of this list
   */
  K decode(String cursor) {
    try {
      if (cursor.length() > MAX_LENGTH) {
        throw refused();
      }
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> values = List.of(text.split(SEPARATOR, -1));
      if (values.size() != parts + 1 || !values.getFirst().equals(list)) {
        throw refused();
      }
      return read.apply(values.subList(1, values.size()));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw refused();
    }
  }

  private ProblemException refused() {
    return new ProblemException(
        ProblemCode.INVALID_CURSOR,
        "'after' is not a cursor of this list; hand back what the page before called 'next', or"
            + " leave it out to begin at the beginning");
  }
}
