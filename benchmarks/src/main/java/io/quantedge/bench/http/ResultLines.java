package io.quantedge.bench.http;

import java.nio.charset.StandardCharsets;

/**
 * Counts result lines as they arrive in pieces of any size, without making text of them. Not
 * thread-safe.
 */
final class ResultLines {
  private static final byte[] ACCEPTED = "\"status\":202".getBytes(StandardCharsets.US_ASCII);

  private long accepted;
  private long others;
  private int matched;

  /** Takes the next bytes. */
  void add(byte[] bytes) {
    for (byte next : bytes) {
      if (next == '\n') {
        endLine();
      } else if (matched < ACCEPTED.length) {
        matched = next == ACCEPTED[matched] ? matched + 1 : next == ACCEPTED[0] ? 1 : 0;
      }
    }
  }

  /** Lines so far that say 202. */
  long accepted() {
    return accepted;
  }

  /** Lines so far that say anything else. */
  long others() {
    return others;
  }

  private void endLine() {
    if (matched == ACCEPTED.length) {
      accepted++;
    } else {
      others++;
    }
    matched = 0;
  }
}
