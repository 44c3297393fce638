package io.quantedge.contracts.bid;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes of a bid. SHA-256, because a bidder chooses most of what goes in and must not be able to
 * make two bids look alike.
 *
 * <p>The canonical form is the UTF-8 text of the fields, joined by '|' in this order: bidId,
 * slotId, accountId, region, price in ten-thousandths, currency, latencyMs, quality in
 * ten-thousandths. No field can contain '|'. The full form adds {@code acceptedAt} in microseconds
 * since 1970. Whoever hashes many bids takes a {@link BidHasher}.
 */
public final class BidHash {
  private BidHash() {}

  /**
   * Identifies what the bidder said. A repeat of a bid has the same content hash, whenever it was
   * accepted.
   *
   * @return 32 bytes
   */
  public static byte[] ofContent(Bid bid) {
    return new BidHasher().ofContent(bid);
  }

  /**
   * Identifies the bid as it stands in the log, acceptance time included. The outcome's digest is
   * made of these.
   *
   * @return 32 bytes
   */
  public static byte[] ofRecord(Bid bid) {
    return new BidHasher().ofRecord(bid);
  }

  /** A fresh SHA-256, which every Java platform must have. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-256", e);
    }
  }
}
