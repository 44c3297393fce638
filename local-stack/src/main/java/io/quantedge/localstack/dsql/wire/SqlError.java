package io.quantedge.localstack.dsql.wire;

import io.vertx.core.buffer.Buffer;

/**
 * The fields of an error that decide what happens next. Immutable.
 *
 * @param severity ERROR, or FATAL if the connection ends with it
 * @param sqlState five characters
 * @param message for people
 */
public record SqlError(String severity, String sqlState, String message) {
  private static final char SEVERITY = 'S';
  private static final char SEVERITY_UNTRANSLATED = 'V';
  private static final char CODE = 'C';
  private static final char TEXT = 'M';

  /** Fails a statement. */
  public static SqlError error(String sqlState, String message) {
    return new SqlError("ERROR", sqlState, message);
  }

  /** Ends a connection. */
  public static SqlError fatal(String sqlState, String message) {
    return new SqlError("FATAL", sqlState, message);
  }

  /** Reads an ErrorResponse. */
  public static SqlError read(Message message) {
    BodyReader body = new BodyReader(message.body());
    String severity = "ERROR";
    String sqlState = "XX000";
    String text = "";
    while (!body.atEnd()) {
      char field = body.character();
      if (field == 0) {
        break;
      }
      String value = body.text();
      switch (field) {
        case SEVERITY_UNTRANSLATED -> severity = value;
        case CODE -> sqlState = value;
        case TEXT -> text = value;
        default -> {
          // Detail, hint and position travel with the message itself.
        }
      }
    }
    return new SqlError(severity, sqlState, text);
  }

  Buffer body() {
    Buffer body = Buffer.buffer();
    append(body, SEVERITY, severity);
    append(body, SEVERITY_UNTRANSLATED, severity);
    append(body, CODE, sqlState);
    append(body, TEXT, message);
    return body.appendByte((byte) 0);
  }

  private static void append(Buffer body, char field, String value) {
    Message.appendText(body.appendByte((byte) field), value);
  }
}
