package io.quantedge.contracts.bid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Hashes of a bid. SHA-256, because a bidder chooses most of what goes in and must not be able to
 * make two bids look alike.
 *
 * <p>The canonical form is the UTF-8 text of the fields, joined by '|' in this order: bidId,
 * slotId, accountId, region, price in ten-thousandths, currency, latencyMs, quality in
 * ten-thousandths. No field can contain '|'. The full form adds {@code acceptedAt} in microseconds
 * since 1970.
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
    return sha256(content(bid));
  }

  /**
   * Identifies the bid as it stands in the log, acceptance time included. The outcome's digest is
   * made of these.
   *
   * @return 32 bytes
   */
  public static byte[] ofRecord(Bid bid) {
    long acceptedAtMicros = ChronoUnit.MICROS.between(Instant.EPOCH, bid.acceptedAt());
    return sha256(content(bid) + '|' + acceptedAtMicros);
  }

  /** A fresh SHA-256, which every Java platform must have. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-256", e);
    }
  }

  private static String content(Bid bid) {
    return String.valueOf(bid.bidId())
        + '|'
        + bid.slotId()
        + '|'
        + bid.accountId()
        + '|'
        + bid.region()
        + '|'
        + bid.price().units()
        + '|'
        + bid.price().currency()
        + '|'
        + bid.latencyMs()
        + '|'
        + bid.qualityScore().tenThousandths();
  }

  private static byte[] sha256(String text) {
    return newSha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
