package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.Wire;
import io.vertx.core.buffer.Buffer;

/** Gathers answers and sends them in few pieces. Used by the session's thread alone. */
final class Client {
  private static final int FLUSH_ABOVE_BYTES = 64 * 1024;

  private final Wire wire;
  private Buffer out = Buffer.buffer();

  Client(Wire wire) {
    this.wire = wire;
  }

  void say(Message message) {
    message.appendTo(out);
    if (out.length() > FLUSH_ABOVE_BYTES) {
      flush();
    }
  }

  void flush() {
    wire.send(out);
    out = Buffer.buffer();
  }
}
