package io.quantedge.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * The idempotency key of a bid, chosen by the bidder. A bid sent again with the same id counts
 * once.
 *
 * @param value the UUID; ids are ordered as unsigned 128-bit numbers, which is also the order of
 *     their text form
 */
public record BidId(UUID value) implements Comparable<BidId> {
  private static final int LENGTH = 36;

  /**
   * Reads the canonical 36-character form. {@link UUID#fromString} alone is too lenient: it takes
   * {@code 1-1-1-1-1}.
   *
   * @throws IllegalArgumentException if the text is not a UUID in canonical form
   */
  @JsonCreator
  public static BidId parse(String text) {
    if (!isCanonical(text)) {
      throw new IllegalArgumentException(
          "bidId must be a UUID such as 0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f; it was '"
              + Names.abbreviated(text)
              + "'");
    }
    return new BidId(UUID.fromString(text));
  }

  /** By hand: each record of the log passes here. */
  private static boolean isCanonical(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      char each = text.charAt(i);
      boolean hex =
          (each >= '0' && each <= '9')
              || (each >= 'a' && each <= 'f')
              || (each >= 'A' && each <= 'F');
      if (hyphen ? each != '-' : !hex) {
        return false;
      }
    }
    return true;
  }

  /** A fresh time-ordered id (UUIDv7, RFC 9562) for a bidder that sent none. */
  public static BidId fresh() {
    return new BidId(Generators.timeBasedEpochGenerator().generate());
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }

  @Override
  public int compareTo(BidId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }
}
