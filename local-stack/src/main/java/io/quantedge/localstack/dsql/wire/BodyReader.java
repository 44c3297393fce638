package io.quantedge.localstack.dsql.wire;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Reads the fields of a message's body in order. Not thread-safe. */
public final class BodyReader {
  private final Buffer body;
  private int at;

  /** Reads from the start of the body. */
  public BodyReader(Buffer body) {
    this.body = body;
  }

  /**
   * The text up to the next zero byte.
   *
   * @throws ProtocolException if none follows
   */
  public String text() {
    int end = at;
    while (end < body.length() && body.getByte(end) != 0) {
      end++;
    }
    if (end == body.length()) {
      throw new ProtocolException("a text without its end");
    }
    String text = body.getString(at, end, StandardCharsets.UTF_8.name());
    at = end + 1;
    return text;
  }

  /**
   * The next byte as a character.
   *
   * @throws ProtocolException if the body ends before
   */
  public char character() {
    require(1);
    return (char) (body.getByte(at++) & 0xFF);
  }

  /**
   * The next four bytes as a number.
   *
   * @throws ProtocolException if the body ends before
   */
  public int integer() {
    require(Integer.BYTES);
    int value = body.getInt(at);
    at += Integer.BYTES;
    return value;
  }

  /** Everything that has not been read. */
  public Buffer rest() {
    return body.slice(at, body.length());
  }

  /** Whether everything has been read. */
  public boolean atEnd() {
    return at >= body.length();
  }

  private void require(int bytes) {
    if (body.length() - at < bytes) {
      throw new ProtocolException("a message that is too short");
    }
  }
}
