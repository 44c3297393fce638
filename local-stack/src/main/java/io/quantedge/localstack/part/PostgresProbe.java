package io.quantedge.localstack.part;

import io.quantedge.localstack.process.Ports;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Opens a connection by PostgreSQL's protocol 3.0 up to the question for the password: a server
 * that starts, stops or lets everybody in answers differently.
 */
final class PostgresProbe {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int PROTOCOL_3_0 = 196_608;
  private static final byte AUTHENTICATION = 'R';
  private static final int SASL = 10;

  private PostgresProbe() {}

  static boolean asksForPassword(int port, String user, String database) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(Ports.LOOPBACK, port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(startup(user, database));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      boolean authentication = in.readByte() == AUTHENTICATION;
      in.readInt();
      return authentication && in.readInt() == SASL;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] startup(String user, String database) {
    byte[] parameters =
        "user\0%s\0database\0%s\0\0".formatted(user, database).getBytes(StandardCharsets.UTF_8);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(2 * Integer.BYTES + parameters.length);
      out.writeInt(PROTOCOL_3_0);
      out.write(parameters);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
