package io.quantedge.contracts.id;

/** The one rule for names that people choose: safe in a URL path, a Kafka key and a store's key. */
final class Names {
  private static final int MAX_LENGTH = 64;

  private Names() {}

  static void requireName(String what, String value) {
    if (!isName(value)) {
      throw new IllegalArgumentException(
          what
              + " must be 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit;"
              + " it was '"
              + abbreviated(value)
              + "'");
    }
  }

  /** By hand: each record of the log passes here several times. */
  private static boolean isName(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH || !isAlphanumeric(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      char each = value.charAt(i);
      if (!isAlphanumeric(each) && each != '.' && each != '_' && each != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9');
  }

  /** Error texts quote what was sent, but never megabytes of it. */
  static String abbreviated(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }
}
