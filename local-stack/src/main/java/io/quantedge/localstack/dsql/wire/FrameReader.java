package io.quantedge.localstack.dsql.wire;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of bytes into messages. Not thread-safe: one reader for each socket. */
final class FrameReader {
  /** Above the size limit of a transaction, far below what would exhaust the heap. */
  static final int MAXIMUM_MESSAGE_BYTES = 16 * 1024 * 1024;

  private static final int TYPE = 1;

  private Buffer pending = Buffer.buffer();
  private boolean startup;

  /** Reads packets without a type byte as long as {@code startup} is set. */
  FrameReader(boolean startup) {
    this.startup = startup;
  }

  /** From now on every message has a type. */
  void startupIsDone() {
    startup = false;
  }

  /**
   * Adds what arrived.
   *
   * @return the messages that are complete now; one at most while connections are opened, because
   *     it decides how the rest is read
   * @throws ProtocolException if a length is impossible
   */
  List<Message> push(Buffer chunk) {
    pending.appendBuffer(chunk);
    List<Message> messages = new ArrayList<>();
    int at = 0;
    int head = startup ? 0 : TYPE;
    while (pending.length() - at >= head + Integer.BYTES) {
      int length = length(pending.getInt(at + head));
      if (pending.length() - at < head + length) {
        break;
      }
      char type = startup ? Message.STARTUP : (char) (pending.getByte(at) & 0xFF);
      messages.add(
          new Message(type, pending.getBuffer(at + head + Integer.BYTES, at + head + length)));
      at += head + length;
      if (startup) {
        break;
      }
    }
    if (at > 0) {
      pending = pending.getBuffer(at, pending.length());
    }
    return messages;
  }

  private static int length(int length) {
    if (length < Integer.BYTES || length > MAXIMUM_MESSAGE_BYTES) {
      throw new ProtocolException(
          "a message of %d bytes; %d are the most".formatted(length, MAXIMUM_MESSAGE_BYTES));
    }
    return length;
  }
}
