package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a request says; whatever is wrong with it becomes a 400 that names the field. */
final class Inputs {
  private Inputs() {}

  static AccountId accountId(String text) {
    return valid(() -> new AccountId(text));
  }

  static SlotId slotId(String text) {
    return valid(() -> new SlotId(text));
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
