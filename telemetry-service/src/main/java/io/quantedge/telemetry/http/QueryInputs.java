package io.quantedge.telemetry.http;

import io.quantedge.contracts.id.SlotId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads parameters of a request; whatever is wrong with one becomes a 400 that names it. */
final class QueryInputs {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int MAX_CURSOR_LENGTH = 200;
  private static final String SEPARATOR = "\n";

  private QueryInputs() {}

  /** Where a page goes on: the time and the id of the last row that was shown. */
  record TimeKey(Instant at, UUID id) {}

  static UUID uuid(String text, String name) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new InvalidRequestException(
          name + " must be a UUID such as 0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f");
    }
    return UUID.fromString(text);
  }

  static <E extends Enum<E>> Optional<E> oneOf(
      Optional<String> text, String name, List<E> possible) {
    return text.map(value ->
        possible.stream()
            .filter(one -> one.name().equals(value))
            .findFirst()
            .orElseThrow(() ->
                new InvalidRequestException(
                    name
                        + " must be one of "
                        + possible
                        + "; it was '"
                        + Texts.abbreviated(value)
                        + "'")));
  }

  static int limit(Optional<String> text, int byDefault, int max) {
    if (text.isEmpty()) {
      return byDefault;
    }
    try {
      int limit = Integer.parseInt(text.get());
      if (limit >= 1 && limit <= max) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is out of range.
    }
    throw new InvalidRequestException(
        "limit must be 1 to " + max + "; it was '" + Texts.abbreviated(text.get()) + "'");
  }

  static SlotId slotId(String text) {
    return JsonBody.valid(() -> new SlotId(text));
  }

  /** A text to look for, at most so long. */
  static String text(Optional<String> text, String name, int max) {
    String value = text.orElse("").strip();
    if (value.length() > max) {
      throw new InvalidRequestException(
          "%s must have at most %d characters; it had %d".formatted(name, max, value.length()));
    }
    return value;
  }

  /**
   * An instant that has passed: what will be true later is not known.
   *
   * @param now by this service's clock
   */
  static Optional<Instant> past(Optional<String> text, String name, Instant now) {
    return text.map(value -> {
      Instant instant = instant(value, name);
      if (instant.isAfter(now)) {
        throw new InvalidRequestException(name + " is in the future; it is " + now + " here");
      }
      return instant;
    });
  }

  private static Instant instant(String text, String name) {
    try {
      Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
      if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Told below, like an instant that no store can keep.
    }
    throw new InvalidRequestException(
        name + " must be an instant such as 2026-03-01T10:00:00Z, from 1970 to 9999");
  }

  /**
   * @param list what is paged through, so that a cursor of another list is refused and not misread
   */
  static String cursor(String list, TimeKey key) {
    String text = String.join(SEPARATOR, list, key.at().toString(), key.id().toString());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<TimeKey> after(Optional<String> cursor, String list) {
    return cursor.map(text -> decoded(text, list));
  }

  private static TimeKey decoded(String cursor, String list) {
    try {
      if (cursor.length() <= MAX_CURSOR_LENGTH) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        List<String> parts = Arrays.asList(text.split(SEPARATOR, -1));
        if (parts.size() == 3 && parts.getFirst().equals(list)) {
          return new TimeKey(instant(parts.get(1), "after"), uuid(parts.get(2), "after"));
        }
      }
    } catch (IllegalArgumentException e) {
      // Told below, like a cursor of another list.
    }
    throw new InvalidRequestException(
        "after is not a cursor of this list; hand back what the page before called 'next', or leave"
            + " it out to begin at the beginning");
  }
}
