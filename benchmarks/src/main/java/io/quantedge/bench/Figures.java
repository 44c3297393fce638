package io.quantedge.bench;

import java.util.Locale;

/** Figures as people read them: no more digits than were measured. */
public final class Figures {
  private Figures() {}

  /** A rate or a duration: whole from 100 on, else one decimal. */
  public static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.1f", value);
  }

  /** Two decimals and a sign that it is a ratio. */
  public static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2fx", value);
  }

  /**
   * @param share 0 to 1
   */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** Whole, with its thousands apart. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
