package io.quantedge.localstack.dsql.wire;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * One frame of the protocol, so that nobody else needs to know about lengths. Treat the body as
 * immutable; then it is thread-safe.
 *
 * @param type type byte; {@link #STARTUP} for the packets before the first typed one
 * @param body what follows the length
 */
public record Message(char type, Buffer body) {
  /** The packets that open a connection have no type byte. */
  public static final char STARTUP = '\0';

  /** A message without a body. */
  public static Message empty(char type) {
    return new Message(type, Buffer.buffer());
  }

  /** Appends the frame as it travels. */
  public Buffer appendTo(Buffer out) {
    return out.appendByte((byte) type).appendInt(body.length() + Integer.BYTES).appendBuffer(body);
  }

  /** The frame as it travels. */
  public Buffer frame() {
    return appendTo(Buffer.buffer(body.length() + 1 + Integer.BYTES));
  }

  /** The body up to the first zero byte as text: the tag of CommandComplete, the SQL of Query. */
  public String text() {
    return new BodyReader(body).text();
  }

  /** A text with the zero byte that ends it. */
  static Buffer appendText(Buffer out, String text) {
    return out.appendBytes(text.getBytes(StandardCharsets.UTF_8)).appendByte((byte) 0);
  }
}
