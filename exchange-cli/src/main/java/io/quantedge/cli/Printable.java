package io.quantedge.cli;

/** Makes text from outside safe for a terminal, which obeys control characters. */
final class Printable {
  private Printable() {}

  /** One line: control characters, line ends included, become a question mark. */
  static String line(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** Several lines: line ends and tabs stay. */
  static String lines(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
  }
}
