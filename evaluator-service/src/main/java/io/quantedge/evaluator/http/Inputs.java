package io.quantedge.evaluator.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.application.SlotViews.Due;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads what requests carry as text, and refuses what cannot be read with its value. */
final class Inputs {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 500;

  /** Longer than any cursor of ours. */
  private static final int MAX_CURSOR_LENGTH = 200;

  private static final String OPEN_SLOTS = "open-slots";
  private static final String SEPARATOR = "\n";

  private Inputs() {}

  static SlotId slotId(String text) {
    try {
      return new SlotId(text);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  /** One of the values of an enum, {@code fallback} if absent. */
  static <E extends Enum<E>> E choice(Optional<String> text, String name, E fallback) {
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      return Enum.valueOf(fallback.getDeclaringClass(), text.get());
    } catch (IllegalArgumentException e) {
      throw invalid(
          "'"
              + name
              + "' must be one of "
              + java.util.List.of(fallback.getDeclaringClass().getEnumConstants())
              + "; it was '"
              + shortened(text.get())
              + "'");
    }
  }

  static int limit(Optional<String> text) {
    try {
      int limit = text.map(Integer::parseInt).orElse(DEFAULT_LIMIT);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Said below, with the value.
    }
    throw invalid(
        "'limit' must be 1 to " + MAX_LIMIT + "; it was '" + shortened(text.orElse("")) + "'");
  }

  static String cursor(Due due) {
    String text = OPEN_SLOTS + SEPARATOR + due.deadline() + SEPARATOR + due.slotId();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Due due(String cursor) {
    try {
      if (cursor.length() <= MAX_CURSOR_LENGTH) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length == 3 && parts[0].equals(OPEN_SLOTS)) {
          return new Due(Instant.parse(parts[1]), new SlotId(parts[2]));
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Said below: a cursor is opaque, so its value says nothing to people.
    }
    throw new ProblemException(
        Problem.Kind.INVALID_CURSOR,
        "'after' is not a cursor of this list; hand back what the page before called 'next', or"
            + " leave it out to begin at the beginning");
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Problem.Kind.INVALID_REQUEST, detail);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
