package io.quantedge.contracts.id;

import java.util.regex.Pattern;

/** The one rule for names that people choose: safe in a URL path, a Kafka key and a store's key. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Names() {}

  static void requireName(String what, String value) {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what
              + " must be 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit;"
              + " it was '"
              + abbreviated(value)
              + "'");
    }
  }

  /** Error texts quote what was sent, but never megabytes of it. */
  static String abbreviated(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }
}
