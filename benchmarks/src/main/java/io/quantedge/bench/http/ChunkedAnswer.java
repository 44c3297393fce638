package io.quantedge.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The body of an answer that comes in chunks (RFC 9112, section 7.1) while its request is still
 * being sent. Used by one thread.
 */
final class ChunkedAnswer {
  private static final int HEX = 16;
  private static final int LONGEST_LINE = 8 * 1024;

  private final InputStream in;

  ChunkedAnswer(InputStream in) {
    this.in = in;
  }

  /**
   * Reads the head.
   *
   * @throws IOException if the answer is not 200 in chunks
   */
  void requireOk() throws IOException {
    String status = line();
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      chunked |= header.toLowerCase(java.util.Locale.ROOT).startsWith("transfer-encoding: chunked");
    }
    if (!status.startsWith("HTTP/1.1 200") || !chunked) {
      throw new IOException("a stream of results was expected; the answer was '" + status + "'");
    }
  }

  /** The next chunk; empty at the end. */
  byte[] next() throws IOException {
    String size = line();
    int semicolon = size.indexOf(';');
    int length =
        Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), HEX);
    byte[] chunk = in.readNBytes(length);
    if (chunk.length < length || !line().isEmpty()) {
      throw new EOFException("a stream of results broke off");
    }
    return chunk;
  }

  private String line() throws IOException {
    byte[] bytes = new byte[LONGEST_LINE];
    for (int size = 0; size < LONGEST_LINE; size++) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the service closed a stream");
      }
      if (next == '\n') {
        return new String(bytes, 0, Math.max(0, size - 1), StandardCharsets.ISO_8859_1);
      }
      bytes[size] = (byte) next;
    }
    throw new IOException("a line of a head is longer than " + LONGEST_LINE);
  }
}
