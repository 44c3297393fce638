package io.quantedge.bench.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * One request with an endless body of lines, and one result for each line on the way back. The
 * service holds the sender back by reading no further; this side only obeys. Used by one thread,
 * which sends; another one reads the results.
 */
public final class LineStream {
  private static final int PIECE_BYTES = 32 * 1024;
  private static final int LONGEST_LINE = 1_024;
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final URI service;
  private final String path;

  /**
   * @param path what the lines are posted to
   */
  public LineStream(URI service, String path) {
    this.service = service;
    this.path = path;
  }

  /**
   * How many lines were answered.
   *
   * @param accepted with status 202
   * @param acceptedInTime of these, until the time was over
   * @param others with any other status
   */
  public record Results(long accepted, long acceptedInTime, long others) {}

  /**
   * Sends lines until the time is over; returns when all of them are answered.
   *
   * @param end of the time, by {@link System#nanoTime}
   */
  public Results run(Requests lines, long end) throws Exception {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setTcpNoDelay(true);
      CompletableFuture<Results> results = new CompletableFuture<>();
      Thread.ofPlatform()
          .name("result-lines")
          .daemon()
          .start(() -> {
            try {
              results.complete(read(socket.getInputStream(), end));
            } catch (IOException | RuntimeException e) {
              results.completeExceptionally(e);
            }
          });
      try {
        send(socket.getOutputStream(), lines, end);
      } catch (IOException e) {
        // Why the service hung up is in its answer, if there is one.
        results.get();
        throw e;
      }
      return results.get();
    }
  }

  private void send(OutputStream out, Requests lines, long end) throws IOException {
    out.write(head());
    ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    while (System.nanoTime() < end) {
      piece.clear();
      while (piece.remaining() > LONGEST_LINE) {
        lines.next(piece);
      }
      out.write(
          (Integer.toHexString(piece.position()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(piece.put((byte) '\r').put((byte) '\n').array(), 0, piece.position());
    }
    out.write(LAST_CHUNK);
    out.flush();
  }

  private byte[] head() {
    return """
    POST %s HTTP/1.1\r
    Host: %s\r
    Content-Type: application/x-ndjson\r
    Accept: application/x-ndjson\r
    Transfer-Encoding: chunked\r
    \r
    """
        .formatted(path, service.getAuthority())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Results read(InputStream in, long end) throws IOException {
    ChunkedAnswer answer = new ChunkedAnswer(new java.io.BufferedInputStream(in, PIECE_BYTES));
    answer.requireOk();
    ResultLines lines = new ResultLines();
    long inTime = 0;
    for (byte[] chunk = answer.next(); chunk.length > 0; chunk = answer.next()) {
      lines.add(chunk);
      if (System.nanoTime() <= end) {
        inTime = lines.accepted();
      }
    }
    return new Results(lines.accepted(), inTime, lines.others());
  }
}
