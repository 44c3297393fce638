package io.quantedge.ingest.domain;

/**
 * Text that others sent, made fit for an answer or a log line: no control characters, and no half
 * of a character, which UTF-8 cannot carry. Stateless.
 */
public final class Printable {
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /** The same text if it can be shown, else the same with replacement characters. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || Character.isSurrogate(text.charAt(i)) || isDelete(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  /** {@link #of} the first {@code maxLength} characters. */
  public static String cut(String text, int maxLength) {
    return of(text.length() <= maxLength ? text : text.substring(0, maxLength));
  }

  private static String replaced(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean pair = i + 1 < text.length() && Character.isSurrogatePair(each, text.charAt(i + 1));
      if (pair) {
        shown.append(each).append(text.charAt(++i));
      } else if (each < ' ' || isDelete(text, i) || Character.isSurrogate(each)) {
        shown.append(REPLACEMENT);
      } else {
        shown.append(each);
      }
    }
    return shown.toString();
  }

  private static boolean isDelete(String text, int index) {
    return text.charAt(index) >= 0x7F && text.charAt(index) < 0xA0;
  }
}
