package io.quantedge.telemetry.domain;

import io.quantedge.contracts.bid.BidHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A 64-bit stand-in for a key, so that millions of keys can be remembered. Cut from SHA-256,
 * because people choose slot names and must not be able to make two of them look alike; among a
 * million keys a chance collision has a likelihood of about 1 in 37 million.
 */
final class Fingerprint {
  private Fingerprint() {}

  static long of(Object key) {
    byte[] digest =
        BidHash.newSha256().digest(String.valueOf(key).getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }
}
