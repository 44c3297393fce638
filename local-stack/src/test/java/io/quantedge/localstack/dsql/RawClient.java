package io.quantedge.localstack.dsql;

import io.quantedge.localstack.LocalDsql;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A client that hides nothing of the protocol: tags, errors, and the status after each unit. For
 * one thread.
 */
final class RawClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int SSL_REQUEST = 80_877_103;
  private static final int PROTOCOL_3 = 196_608;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private char status = '?';

  /** What one statement was answered with. */
  record Answer(String tag, List<List<String>> rows, Optional<Problem> problem) {
    String sqlState() {
      return problem.map(Problem::sqlState).orElse("");
    }

    String message() {
      return problem.map(Problem::message).orElse("");
    }
  }

  /** An error. */
  record Problem(String sqlState, String message) {}

  /** The connection was refused, with these words. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    RefusedException(Problem problem) {
      super(problem.toString());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  static RawClient admin(LocalDsql dsql) throws IOException {
    return connect(dsql, 0, "admin", dsql.token(dsql.endpoints().getFirst().region(), "admin"));
  }

  static RawClient connect(LocalDsql dsql, int endpoint, String role, String token)
      throws IOException {
    return connect(dsql.endpoints().get(endpoint), dsql.caFile(), role, token);
  }

  static RawClient connect(LocalDsql.Endpoint endpoint, Path caFile, String role, String token)
      throws IOException {
    Socket plain = new Socket();
    try {
      plain.setTcpNoDelay(true);
      plain.connect(new InetSocketAddress("127.0.0.1", endpoint.port()), TIMEOUT_MILLIS);
      plain.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream first = new DataOutputStream(plain.getOutputStream());
      first.writeInt(8);
      first.writeInt(SSL_REQUEST);
      if (plain.getInputStream().read() != 'S') {
        throw new EOFException("no TLS");
      }
      SSLSocket socket =
          (SSLSocket)
              context(caFile)
                  .getSocketFactory()
                  .createSocket(plain, endpoint.host(), endpoint.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      RawClient client = new RawClient(socket);
      client.startup(role, token);
      return client;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /** Sends its startup message without TLS. */
  static RawClient plain(LocalDsql.Endpoint endpoint) throws IOException {
    Socket socket = new Socket("127.0.0.1", endpoint.port());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    RawClient client = new RawClient(socket);
    client.sendStartup("admin");
    return client;
  }

  /** Waits for the answer to the demand for TLS as long as this. */
  static void connectImpatiently(LocalDsql.Endpoint endpoint, int timeoutMillis)
      throws IOException {
    try (Socket socket = new Socket("127.0.0.1", endpoint.port())) {
      socket.setSoTimeout(timeoutMillis);
      DataOutputStream first = new DataOutputStream(socket.getOutputStream());
      first.writeInt(8);
      first.writeInt(SSL_REQUEST);
      if (socket.getInputStream().read() < 0) {
        throw new EOFException("closed");
      }
    }
  }

  /** Waits for answers as long as this. */
  void impatient(int timeoutMillis) throws IOException {
    socket.setSoTimeout(timeoutMillis);
  }

  private static SSLContext context(Path caFile) throws IOException {
    try (InputStream pem = Files.newInputStream(caFile)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private void sendStartup(String role) throws IOException {
    byte[] parameters =
        "user\0%s\0database\0postgres\0\0".formatted(role).getBytes(StandardCharsets.UTF_8);
    out.writeInt(8 + parameters.length);
    out.writeInt(PROTOCOL_3);
    out.write(parameters);
    out.flush();
  }

  private void startup(String role, String token) throws IOException {
    sendStartup(role);
    message('p', text(token));
    flush();
    Answer answer = unit().getLast();
    if (answer.problem().isPresent()) {
      throw new RefusedException(answer.problem().get());
    }
  }

  /** Sends a Query and reads all answers to it. */
  List<Answer> simple(String sql) throws IOException {
    message('Q', text(sql));
    flush();
    return unit();
  }

  /** Sends a statement by the extended protocol, unnamed, and reads its answer. */
  Answer extended(String sql) throws IOException {
    prepareBindExecute(sql);
    message('S', new byte[0]);
    flush();
    return unit().getLast();
  }

  /** Adds a statement to a unit of the extended protocol. */
  RawClient prepareBindExecute(String sql) throws IOException {
    message('P', bytes(text(""), text(sql), shorts(0)));
    message('B', bytes(text(""), text(""), shorts(0, 0, 0)));
    message('D', bytes(new byte[] {'P'}, text("")));
    message('E', bytes(text(""), new byte[4]));
    return this;
  }

  /** Adds a statement as a unit of its own, and does not wait. */
  RawClient queue(String sql) throws IOException {
    prepareBindExecute(sql);
    message('S', new byte[0]);
    return this;
  }

  RawClient message(char type, byte[] body) throws IOException {
    pending.write(type);
    new DataOutputStream(pending).writeInt(body.length + 4);
    pending.write(body);
    return this;
  }

  /** Sends what was added. */
  void flush() throws IOException {
    out.write(pending.toByteArray());
    out.flush();
    pending.reset();
  }

  /** Reads the answers up to ReadyForQuery, or to the end after a fatal error. */
  List<Answer> unit() throws IOException {
    List<Answer> answers = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    while (true) {
      char type;
      try {
        type = (char) in.readByte();
      } catch (EOFException e) {
        if (answers.isEmpty()) {
          throw e;
        }
        return answers;
      }
      byte[] body = new byte[in.readInt() - 4];
      in.readFully(body);
      switch (type) {
        case 'D' -> rows.add(row(body));
        case 'C', 'I' -> {
          answers.add(new Answer(type == 'C' ? string(body) : "", rows, Optional.empty()));
          rows = new ArrayList<>();
        }
        case 'E' -> answers.add(new Answer("", rows, Optional.of(problem(body))));
        case 'Z' -> {
          status = (char) body[0];
          if (answers.isEmpty()) {
            answers.add(new Answer("", rows, Optional.empty()));
          }
          return answers;
        }
        default -> {
          // Descriptions and confirmations.
        }
      }
    }
  }

  /** I, T or E. */
  char status() {
    return status;
  }

  private static List<String> row(byte[] body) throws IOException {
    DataInputStream fields = new DataInputStream(new java.io.ByteArrayInputStream(body));
    List<String> row = new ArrayList<>();
    for (int i = fields.readShort(); i > 0; i--) {
      int length = fields.readInt();
      row.add(length < 0 ? "null" : new String(fields.readNBytes(length), StandardCharsets.UTF_8));
    }
    return row;
  }

  private static Problem problem(byte[] body) {
    String sqlState = "";
    String message = "";
    for (String field : new String(body, StandardCharsets.UTF_8).split("\0", -1)) {
      if (field.startsWith("C")) {
        sqlState = field.substring(1);
      } else if (field.startsWith("M")) {
        message = field.substring(1);
      }
    }
    return new Problem(sqlState, message);
  }

  private static String string(byte[] body) {
    return new String(body, 0, body.length - 1, StandardCharsets.UTF_8);
  }

  static byte[] text(String value) {
    return (value + "\0").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] shorts(int... values) {
    byte[] bytes = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[2 * i] = (byte) (values[i] >> 8);
      bytes[2 * i + 1] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
