package io.quantedge.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads as much of an HTTP/1.1 answer as a load generator must: its end and its status. */
final class Answer {
  /** Not all of it is here yet. */
  static final int INCOMPLETE = 0;

  private static final String LENGTH = "content-length:";
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private Answer() {}

  /**
   * The status of the answer that fills the first {@code size} bytes, or {@link #INCOMPLETE}.
   *
   * @throws IOException if it has no length, or is longer than it says
   */
  static int status(byte[] bytes, int size) throws IOException {
    int head = endOfHead(bytes, size);
    if (head < 0) {
      return INCOMPLETE;
    }
    int whole = head + bodyLength(new String(bytes, 0, head, StandardCharsets.ISO_8859_1));
    if (size > whole) {
      throw new IOException("an answer is longer than it says");
    }
    return size < whole ? INCOMPLETE : status(bytes);
  }

  static int status(byte[] bytes) {
    return (bytes[STATUS_AT] - '0') * 100
        + (bytes[STATUS_AT + 1] - '0') * 10
        + (bytes[STATUS_AT + 2] - '0');
  }

  private static int endOfHead(byte[] bytes, int size) {
    for (int i = 3; i < size; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int bodyLength(String head) throws IOException {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(LENGTH);
    if (at < 0) {
      throw new IOException("an answer without a length: " + head.lines().findFirst().orElse(""));
    }
    int from = at + LENGTH.length();
    return Integer.parseInt(lower.substring(from, lower.indexOf('\r', from)).strip());
  }
}
