package io.quantedge.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The AWS region in which a bid was made, for example {@code eu-west-1}. Which regions trade is a
 * matter of configuration; this type only guards the form.
 *
 * @param name an AWS region name of at most 32 characters
 */
public record Region(String name) implements Comparable<Region> {
  private static final int MIN_PARTS = 3;
  private static final int MAX_PARTS = 5;
  private static final int MAX_WORD = 12;

  @JsonCreator
  public Region {
    if (!hasForm(name)) {
      throw new IllegalArgumentException(
          "region must be an AWS region name such as eu-west-1; it was '"
              + Names.abbreviated(name)
              + "'");
    }
  }

  /**
   * Two letters, one to three words of 2 to 12 letters, a number of one or two digits, with hyphens
   * between. By hand: each record of the log passes here.
   */
  private static boolean hasForm(String name) {
    int parts = 0;
    int from = 0;
    while (true) {
      int hyphen = name.indexOf('-', from);
      int to = hyphen < 0 ? name.length() : hyphen;
      boolean last = hyphen < 0;
      int length = to - from;
      boolean fits =
          last ? length >= 1 && length <= 2 : length >= 2 && length <= (parts == 0 ? 2 : MAX_WORD);
      if (!fits || !all(name, from, to, last ? '0' : 'a', last ? '9' : 'z')) {
        return false;
      }
      parts++;
      if (last || parts == MAX_PARTS) {
        return last && parts >= MIN_PARTS;
      }
      from = to + 1;
    }
  }

  private static boolean all(String text, int from, int to, char lowest, char highest) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < lowest || text.charAt(i) > highest) {
        return false;
      }
    }
    return true;
  }

  @JsonValue
  @Override
  public String name() {
    return name;
  }

  @Override
  public int compareTo(Region other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
