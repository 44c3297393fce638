package io.quantedge.telemetry.http;

/** Values of a request as its answer quotes them. */
final class Texts {
  private static final int QUOTED = 40;

  private Texts() {}

  static String abbreviated(String text) {
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }
}
