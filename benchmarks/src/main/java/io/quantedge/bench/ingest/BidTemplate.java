package io.quantedge.bench.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes with a place for a bid's id, so that making a new bid costs the loader next to nothing: it
 * shares the processors with the service. Immutable.
 */
final class BidTemplate {
  /** Stands where the id will be. */
  static final String ID = "00000000-0000-4000-8000-000000000000";

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION_AT = 14;
  private static final int VARIANT_AT = 19;
  private static final int BITS_PER_DIGIT = 4;

  private final byte[] bytes;
  private final int idAt;

  /**
   * @param text that contains {@link #ID} once
   */
  BidTemplate(String text) {
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.idAt = text.substring(0, text.indexOf(ID)).getBytes(StandardCharsets.UTF_8).length;
  }

  int size() {
    return bytes.length;
  }

  /** Puts the bytes with a UUID of version 4 that is made of these bits. */
  void put(ByteBuffer target, long high, long low) {
    int at = target.position() + idAt;
    target.put(bytes);
    long bits = high;
    for (int i = 0; i < ID.length(); i++) {
      if (i == VARIANT_AT) {
        bits = low;
      }
      if (ID.charAt(i) != '-' && i != VERSION_AT && i != VARIANT_AT) {
        target.put(at + i, DIGITS[(int) (bits & 0xf)]);
        bits >>>= BITS_PER_DIGIT;
      }
    }
  }
}
