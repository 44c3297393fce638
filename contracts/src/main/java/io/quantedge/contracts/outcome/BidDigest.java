package io.quantedge.contracts.outcome;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.id.BidId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fingerprint of a set of bids that does not depend on their order: SHA-256 over (16-byte bidId,
 * {@link BidHash#ofRecord}) in ascending order of bidId. Whoever holds the counted bids can
 * recompute it and see that none was added, dropped or changed.
 *
 * <p>A plain sum of hashes would be cheaper and could be forged by a bidder with many bids.
 */
public final class BidDigest {
  private BidDigest() {}

  /**
   * @return 64 lower-case hexadecimal digits
   */
  public static String of(Collection<Bid> bids) {
    TreeMap<BidId, byte[]> hashes = new TreeMap<>();
    bids.forEach(bid -> hashes.put(bid.bidId(), BidHash.ofRecord(bid)));
    return ofHashes(hashes);
  }

  /**
   * The same for a holder that kept only the hashes.
   *
   * @param hashes {@link BidHash#ofRecord} by bid
   */
  public static String ofHashes(SortedMap<BidId, byte[]> hashes) {
    MessageDigest sha256 = BidHash.newSha256();
    hashes.forEach((bidId, hash) -> {
      sha256.update(idBytes(bidId));
      sha256.update(hash);
    });
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static byte[] idBytes(BidId bidId) {
    return ByteBuffer.allocate(16)
        .putLong(bidId.value().getMostSignificantBits())
        .putLong(bidId.value().getLeastSignificantBits())
        .array();
  }
}
