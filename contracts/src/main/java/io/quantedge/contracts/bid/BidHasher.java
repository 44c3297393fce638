package io.quantedge.contracts.bid;

import java.security.DigestException;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * Makes the hashes of {@link BidHash} for whoever needs one per bid of a stream: it writes the
 * canonical form into a buffer of its own and keeps its SHA-256, so that a hash costs little more
 * than the hashing. Not thread-safe.
 */
public final class BidHasher {
  /** The length of a hash in bytes. */
  public static final int HASH_BYTES = 32;

  /** The longest canonical form: ids of 64, a region of 32 and eight numbers. */
  private static final int LONGEST_FORM = 512;

  private static final int LONGEST_NUMBER = 19;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final MessageDigest sha256 = BidHash.newSha256();
  private final byte[] form = new byte[LONGEST_FORM];
  private final byte[] digits = new byte[LONGEST_NUMBER];
  private int length;

  /** See {@link BidHash#ofContent}. */
  public byte[] ofContent(Bid bid) {
    writeContent(bid);
    return hash();
  }

  /** See {@link BidHash#ofRecord}. */
  public byte[] ofRecord(Bid bid) {
    return ofRecord(bid, micros(bid.acceptedAt()));
  }

  /**
   * The record hash that this bid would have if it had been accepted at another time. It equals the
   * hash of an earlier record if and only if both say the same.
   *
   * @param acceptedAtMicros microseconds since 1970, zero or more
   * @return 32 bytes
   */
  public byte[] ofRecord(Bid bid, long acceptedAtMicros) {
    writeContent(bid);
    separate();
    writeNumber(acceptedAtMicros);
    return hash();
  }

  /** Microseconds since 1970; exact for every instant at which a bid can be accepted. */
  public static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  private void writeContent(Bid bid) {
    length = 0;
    writeId(bid.bidId().value().getMostSignificantBits(), 8, 4, 4);
    form[length++] = '-';
    writeId(bid.bidId().value().getLeastSignificantBits(), 4, 12, 0);
    separate();
    writeText(bid.slotId().value());
    separate();
    writeText(bid.accountId().value());
    separate();
    writeText(bid.region().name());
    separate();
    writeNumber(bid.price().units());
    separate();
    writeText(bid.price().currency());
    separate();
    writeNumber(bid.latencyMs());
    separate();
    writeNumber(bid.qualityScore().tenThousandths());
  }

  /** Half an id in up to three groups of digits. */
  private void writeId(long half, int first, int second, int third) {
    int shift = Long.SIZE;
    for (int group = 0; group < 3; group++) {
      int count = group == 0 ? first : group == 1 ? second : third;
      if (group > 0 && count > 0) {
        form[length++] = '-';
      }
      for (int i = 0; i < count; i++) {
        shift -= 4;
        form[length++] = HEX[(int) (half >>> shift) & 0xf];
      }
    }
  }

  /** Names, regions and currencies are ASCII by their own rules. */
  private void writeText(String text) {
    for (int i = 0; i < text.length(); i++) {
      form[length++] = (byte) text.charAt(i);
    }
  }

  private void writeNumber(long number) {
    int first = LONGEST_NUMBER;
    long rest = number;
    do {
      digits[--first] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    System.arraycopy(digits, first, form, length, LONGEST_NUMBER - first);
    length += LONGEST_NUMBER - first;
  }

  private void separate() {
    form[length++] = '|';
  }

  private byte[] hash() {
    byte[] hash = new byte[HASH_BYTES];
    try {
      sha256.update(form, 0, length);
      sha256.digest(hash, 0, HASH_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 does not fit 32 bytes", e);
    }
    return hash;
  }
}
