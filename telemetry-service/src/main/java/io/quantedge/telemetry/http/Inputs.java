package io.quantedge.telemetry.http;

import io.quantedge.contracts.id.SlotId;
import java.util.Arrays;
import java.util.Optional;

/** Reads what came with a request; everything that is wrong is refused with its value. */
final class Inputs {
  private Inputs() {}

  /**
   * @param max 1 is the least
   */
  static int limit(Optional<String> text, int max, int ifAbsent) {
    if (text.isEmpty()) {
      return ifAbsent;
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
    try {
      return new SlotId(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(String.valueOf(e.getMessage()));
    }
  }

  static <E extends Enum<E>> Optional<E> choice(Optional<String> text, String name, Class<E> type) {
    return text.filter(value -> !value.isEmpty())
        .map(value ->
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() ->
                    new InvalidRequestException(
                        "%s must be one of %s; it was '%s'"
                            .formatted(
                                name,
                                Arrays.toString(type.getEnumConstants()),
                                Texts.abbreviated(value)))));
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
}
