package io.quantedge.localstack.dsql.wire;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** The messages of a client. Stateless. */
public final class Requests {
  /** Asks for TLS. */
  public static final int SSL_REQUEST = 80_877_103;

  /** Asks for encryption by GSSAPI. */
  public static final int GSS_REQUEST = 80_877_104;

  /** Asks to end what another connection does. */
  public static final int CANCEL_REQUEST = 80_877_102;

  /** Protocol 3.0; the minor version may be newer. */
  public static final int PROTOCOL_3 = 196_608;

  private static final int MAJOR_SHIFT = 16;

  private Requests() {}

  /** Whether the number that opens a startup packet asks for protocol 3, any minor version. */
  public static boolean isProtocol3(int version) {
    return version >> MAJOR_SHIFT == PROTOCOL_3 >> MAJOR_SHIFT;
  }

  /** The packet that opens a connection. */
  public static Buffer startup(Map<String, String> parameters) {
    Buffer body = Buffer.buffer().appendInt(PROTOCOL_3);
    parameters.forEach((name, value) -> Message.appendText(Message.appendText(body, name), value));
    body.appendByte((byte) 0);
    return Buffer.buffer().appendInt(body.length() + Integer.BYTES).appendBuffer(body);
  }

  /** A simple query. */
  public static Message query(String sql) {
    return new Message('Q', Message.appendText(Buffer.buffer(), sql));
  }

  /**
   * Prepares a statement.
   *
   * @param types the number of parameter types and the types, as in the client's own message
   */
  public static Message parse(String name, String sql, Buffer types) {
    return new Message(
        'P',
        Message.appendText(Message.appendText(Buffer.buffer(), name), sql).appendBuffer(types));
  }

  /**
   * Binds a statement.
   *
   * @param rest formats and values, as in the client's own message
   */
  public static Message bind(String portal, String statement, Buffer rest) {
    return new Message(
        'B',
        Message.appendText(Message.appendText(Buffer.buffer(), portal), statement)
            .appendBuffer(rest));
  }

  /** Executes a portal to its end. */
  public static Message execute(String portal) {
    return new Message('E', Message.appendText(Buffer.buffer(), portal).appendInt(0));
  }

  /** Describes or closes a statement ('S') or portal ('P'). */
  public static Message about(char type, char kind, String name) {
    return new Message(type, Message.appendText(Buffer.buffer().appendByte((byte) kind), name));
  }

  /** Ends a unit of the extended protocol. */
  public static Message sync() {
    return Message.empty('S');
  }

  /** Ends the connection. */
  public static Message terminate() {
    return Message.empty('X');
  }

  /** The first answer to the demand for SASL. */
  public static Message saslInitial(String mechanism, byte[] data) {
    return new Message(
        'p',
        Message.appendText(Buffer.buffer(), mechanism).appendInt(data.length).appendBytes(data));
  }

  /** A further answer, or a password. */
  public static Message password(byte[] data) {
    return new Message('p', Buffer.buffer(data));
  }
}
