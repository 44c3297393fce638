package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.rule.Statement;
import io.quantedge.localstack.dsql.wire.Requests;
import io.vertx.core.buffer.Buffer;

/**
 * One execution of one statement with its values, complete in itself: it can be repeated when the
 * client has long forgotten the prepared statement. Immutable.
 *
 * @param statement what it is
 * @param sql what PostgreSQL executes
 * @param types number and types of the parameters, as in Parse
 * @param values formats and values, as in Bind
 */
record Call(Statement statement, String sql, Buffer types, Buffer values) {
  private static final Buffer NO_TYPES = Buffer.buffer().appendShort((short) 0);
  private static final Buffer NO_VALUES =
      Buffer.buffer().appendShort((short) 0).appendShort((short) 0).appendShort((short) 0);

  /** A call of the simple protocol, which has no parameters. */
  static Call simple(Statement statement, String sql) {
    return new Call(statement, sql, NO_TYPES, NO_VALUES);
  }

  /** The same values for a statement that returns no rows. */
  Call withSql(String other) {
    return new Call(statement, other, types, withoutResultFormats(values));
  }

  /** Formats of the parameters, then the parameters with their lengths; then what is cut off. */
  private static Buffer withoutResultFormats(Buffer values) {
    int at = Short.BYTES + Short.BYTES * values.getUnsignedShort(0);
    int parameters = values.getUnsignedShort(at);
    at += Short.BYTES;
    for (int i = 0; i < parameters; i++) {
      at += Integer.BYTES + Math.max(0, values.getInt(at));
    }
    return values.getBuffer(0, at).appendShort((short) 0);
  }

  /** Appends the messages that execute it, without Sync. */
  void appendTo(Buffer out) {
    Requests.parse("", sql, types).appendTo(out);
    Requests.bind("", "", values).appendTo(out);
    Requests.execute("").appendTo(out);
  }

  long bytes() {
    return (long) sql.length() + values.length();
  }
}
