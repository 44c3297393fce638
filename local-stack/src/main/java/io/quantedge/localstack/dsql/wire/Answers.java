package io.quantedge.localstack.dsql.wire;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The messages of a server that the proxy says itself. Stateless. */
public final class Answers {
  private static final int CLEARTEXT_PASSWORD = 3;
  private static final int TEXT_TYPE = 25;

  private Answers() {}

  /** Demands the password as it is. */
  public static Message cleartextPassword() {
    return new Message('R', Buffer.buffer().appendInt(CLEARTEXT_PASSWORD));
  }

  /** The password is right. */
  public static Message authenticated() {
    return new Message('R', Buffer.buffer().appendInt(0));
  }

  /** A setting that clients follow. */
  public static Message parameter(String name, String value) {
    return new Message('S', Message.appendText(Message.appendText(Buffer.buffer(), name), value));
  }

  /** What a client needs to cancel. */
  public static Message key(int pid, int secret) {
    return new Message('K', Buffer.buffer().appendInt(pid).appendInt(secret));
  }

  /**
   * The next unit may come.
   *
   * @param status I outside of a transaction, T in one, E in a failed one
   */
  public static Message ready(char status) {
    return new Message('Z', Buffer.buffer().appendByte((byte) status));
  }

  /** A command has been done. */
  public static Message complete(String tag) {
    return new Message('C', Message.appendText(Buffer.buffer(), tag));
  }

  /** A statement has failed. */
  public static Message error(SqlError error) {
    return new Message('E', error.body());
  }

  /** Rows of text columns with these names follow. */
  public static Message textColumns(List<String> names) {
    Buffer body = Buffer.buffer().appendShort((short) names.size());
    for (String name : names) {
      Message.appendText(body, name)
          .appendInt(0)
          .appendShort((short) 0)
          .appendInt(TEXT_TYPE)
          .appendShort((short) -1)
          .appendInt(-1)
          .appendShort((short) 0);
    }
    return new Message('T', body);
  }

  /** A row of texts. */
  public static Message textRow(List<String> values) {
    Buffer body = Buffer.buffer().appendShort((short) values.size());
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      body.appendInt(bytes.length).appendBytes(bytes);
    }
    return new Message('D', body);
  }

  /** A statement has no parameters. */
  public static Message noParameters() {
    return new Message('t', Buffer.buffer().appendShort((short) 0));
  }
}
