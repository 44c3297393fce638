package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a question was asked with, or refuses it and names the parameter. Stateless. */
final class QueryReader {
  private static final int MAX_CURSOR_LENGTH = 512;

  private QueryReader() {}

  static int limit(@Nullable String sent, int defaultLimit, int maxLimit) {
    return optional(
            "limit",
            sent,
            text -> {
              int limit = Integer.parseInt(text);
              if (limit < 1 || limit > maxLimit) {
                throw new IllegalArgumentException();
              }
              return limit;
            },
            "must be a whole number from 1 to " + maxLimit)
        .orElse(defaultLimit);
  }

  static Optional<Instant> instant(String parameter, @Nullable String sent) {
    return optional(
        parameter, sent, Instant::parse, "must be an instant such as 2026-01-31T12:00:00Z");
  }

  static <E extends Enum<E>> Optional<E> oneOf(
      String parameter, @Nullable String sent, Class<E> type) {
    return optional(
        parameter,
        sent,
        text -> Enum.valueOf(type, text),
        "must be one of " + Arrays.toString(type.getEnumConstants()));
  }

  /** Values whose own types say what is wrong with them. */
  static <T> Optional<T> value(String parameter, @Nullable String sent, Function<String, T> read) {
    if (sent == null || sent.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(sent));
    } catch (IllegalArgumentException e) {
      throw invalid(parameter, String.valueOf(e.getMessage()));
    }
  }

  /** The place that {@link #cursor(String)} hid. */
  static Optional<String> place(@Nullable String sent) {
    return optional(
        "cursor",
        sent,
        text -> {
          if (text.length() > MAX_CURSOR_LENGTH) {
            throw new IllegalArgumentException();
          }
          return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        },
        "must be the next of an earlier page of the same list");
  }

  /** Hides a place, so that nobody builds on its form. */
  static String cursor(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  static RefusedException invalid(String parameter, String problem) {
    return new RefusedException(new Refusal.InvalidRequest(parameter, problem));
  }

  private static <T> Optional<T> optional(
      String parameter, @Nullable String sent, Function<String, T> read, String expected) {
    if (sent == null || sent.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(sent));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw invalid(parameter, expected);
    }
  }
}
