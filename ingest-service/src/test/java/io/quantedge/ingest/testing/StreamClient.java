package io.quantedge.ingest.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * A client of {@code POST /v1/bids} at the level of the socket: it writes and reads when it is told
 * to, so that slow and vanishing clients can be played. One thread may write while another reads.
 */
public final class StreamClient implements Closeable {
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final int TIMEOUT_MILLIS = 60_000;

  private final Socket socket = new Socket();
  private final OutputStream out;
  private final InputStream in;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
  private long chunkLeft;
  private boolean headRead;
  private String head = "";

  public StreamClient(int port) throws IOException {
    socket.setReceiveBufferSize(BUFFER_BYTES);
    socket.setSendBufferSize(BUFFER_BYTES);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    out.write(
        """
        POST /v1/bids HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-ndjson\r
        Transfer-Encoding: chunked\r
        \r
        """
            .getBytes(US_ASCII));
    out.flush();
  }

  /** Sends bytes as they are, in chunks of some size; blocks while the server does not read. */
  public void send(byte[] bytes) throws IOException {
    chunk.write(bytes);
    if (chunk.size() >= BUFFER_BYTES) {
      flush();
    }
  }

  /** Sends one line. */
  public void sendLine(String line) throws IOException {
    send((line + "\n").getBytes(UTF_8));
  }

  /** Sends what was gathered. */
  public void flush() throws IOException {
    if (chunk.size() > 0) {
      out.write((Integer.toHexString(chunk.size()) + "\r\n").getBytes(US_ASCII));
      chunk.writeTo(out);
      out.write("\r\n".getBytes(US_ASCII));
      out.flush();
      chunk.reset();
    }
  }

  /** Says that no more comes. */
  public void finish() throws IOException {
    flush();
    out.write("0\r\n\r\n".getBytes(US_ASCII));
    out.flush();
  }

  /** The answer's status line and headers. */
  public String head() throws IOException {
    if (!headRead) {
      StringBuilder lines = new StringBuilder();
      for (String line = rawLine(); !line.isEmpty(); line = rawLine()) {
        lines.append(line).append('\n');
      }
      head = lines.toString();
      headRead = true;
    }
    return head;
  }

  /** The next result line, or nothing at the answer's end. */
  public Optional<String> readLine() throws IOException {
    head();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (chunkLeft == 0 && !nextChunk()) {
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(UTF_8));
      }
      int next = in.read();
      chunkLeft--;
      if (next == '\n') {
        return Optional.of(line.toString(UTF_8));
      }
      line.write(next);
    }
  }

  private boolean nextChunk() throws IOException {
    String size = rawLine();
    if (size.isEmpty()) {
      size = rawLine();
    }
    chunkLeft = Long.parseLong(size, 16);
    return chunkLeft > 0;
  }

  private String rawLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection after '" + line + "'");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
