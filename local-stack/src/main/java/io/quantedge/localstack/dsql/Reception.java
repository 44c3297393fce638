package io.quantedge.localstack.dsql;

import io.quantedge.localstack.dsql.session.Place;
import io.quantedge.localstack.dsql.session.Session;
import io.quantedge.localstack.dsql.wire.Answers;
import io.quantedge.localstack.dsql.wire.BodyReader;
import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.Requests;
import io.quantedge.localstack.dsql.wire.SqlError;
import io.quantedge.localstack.dsql.wire.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes a client in: TLS first, then its startup message. Lives on the socket's event loop. */
final class Reception {
  private static final Buffer YES = Buffer.buffer("S");
  private static final Buffer NO = Buffer.buffer("N");

  private final NetSocket socket;
  private final Place place;
  private final Wire wire;

  Reception(NetSocket socket, Place place) {
    this.socket = socket;
    this.place = place;
    this.wire = Wire.ofClient(socket, this::packet);
  }

  Wire wire() {
    return wire;
  }

  private void packet(Message packet) {
    BodyReader body = new BodyReader(packet.body());
    int request = body.integer();
    if (request == Requests.SSL_REQUEST && !socket.isSsl()) {
      socket
          .write(YES)
          .onSuccess(ignored -> socket.upgradeToSsl().onFailure(cause -> socket.close()));
    } else if (request == Requests.GSS_REQUEST) {
      socket.write(NO);
    } else if (Requests.isProtocol3(request)) {
      start(body);
    } else {
      // A request to cancel among others: no statement waits for another, so none needs it.
      socket.close();
    }
  }

  private void start(BodyReader body) {
    wire.startupIsDone();
    if (!socket.isSsl()) {
      wire.send(
          Answers.error(
              SqlError.fatal(
                  "28000", "unencrypted connections are not permitted: use TLS (sslmode)")));
      wire.close();
      return;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name = body.text(); !name.isEmpty(); name = body.text()) {
      parameters.put(name, body.text());
    }
    String host = Optional.ofNullable(socket.indicatedServerName()).orElse(place.host());
    Thread.ofVirtual().name("dsql-session").start(new Session(wire, place, parameters, host));
  }
}
