package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request says; whatever is wrong with it becomes a 400 that names the field. */
final class Inputs {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int DEFAULT_LIMIT = 100;

  private Inputs() {}

  static AccountId accountId(String text) {
    return valid(() -> new AccountId(text));
  }

  static SlotId slotId(String text) {
    return valid(() -> new SlotId(text));
  }

  /** An ISO 4217 code. */
  static String currency(String text) {
    return Money.ofUnits(0, text).currency();
  }

  static String parameter(Optional<String> value, String parameter) {
    return value.orElseThrow(() ->
        new ProblemException(
            ProblemCode.INVALID_REQUEST, "parameter '" + parameter + "' is missing"));
  }

  static UUID uuid(String text, String field) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new ProblemException(
          ProblemCode.INVALID_REQUEST,
          field + " must be a UUID such as 0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f");
    }
    return UUID.fromString(text);
  }

  /** An instant that every store can keep: whole microseconds of a year that people use. */
  static Optional<Instant> instant(Optional<String> text, String parameter) {
    return text.map(value -> instant(value, parameter));
  }

  private static Instant instant(String text, String parameter) {
    try {
      Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
      if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new ProblemException(
        ProblemCode.INVALID_REQUEST,
        "parameter '"
            + parameter
            + "' must be an instant such as 2026-03-01T10:00:00Z, from 1970 to 9999");
  }

  /**
   * An instant that has passed: what will be true later is not known.
   *
   * @param now by this service's clock
   */
  static Optional<Instant> past(Optional<String> text, String parameter, Instant now) {
    Optional<Instant> instant = instant(text, parameter);
    if (instant.isPresent() && instant.get().isAfter(now)) {
      throw new ProblemException(
          ProblemCode.INVALID_REQUEST,
          "parameter '" + parameter + "' is in the future; it is " + now + " here");
    }
    return instant;
  }

  static <K> Page.Request<K> page(
      Optional<String> after, Optional<String> limit, CursorCodec<K> codec) {
    Optional<K> key = after.map(codec::decode);
    return valid(() -> new Page.Request<>(key, limit.map(Inputs::number).orElse(DEFAULT_LIMIT)));
  }

  private static int number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "limit must be 1 to " + Page.Request.MAX_LIMIT + "; it was no number");
    }
    return Integer.parseInt(text);
  }

  static <T> T required(Optional<T> value, String field) {
    return value.orElseThrow(() ->
        new ProblemException(ProblemCode.INVALID_REQUEST, "field '" + field + "' is missing"));
  }

  static <T> T body(@Nullable T body) {
    if (body == null) {
      throw new ProblemException(
          ProblemCode.INVALID_REQUEST, "the request has no body; it must be a JSON object");
    }
    return body;
  }

  /** Our types check themselves and say what is wrong. */
  static <T> T valid(Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}
