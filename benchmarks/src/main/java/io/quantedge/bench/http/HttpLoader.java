package io.quantedge.bench.http;

import io.quantedge.bench.stats.Throughput;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Loads a service over some connections from the calling thread, without pipelining. A latency
 * counts from the instant at which its request was due, so a service that stalls is charged for
 * every request that had to wait (no coordinated omission). Waiting for answers is up to 1 ms
 * coarse, which every service that is measured pays alike. Not thread-safe.
 */
public final class HttpLoader implements AutoCloseable {
  private static final int ACCEPTED = 202;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long LONGEST_NANOS = 120 * SECOND_NANOS;
  private static final int DIGITS = 3;

  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();

  /**
   * @param count of connections, 1 or more
   */
  public HttpLoader(URI service, int count) throws IOException {
    InetSocketAddress address = new InetSocketAddress(service.getHost(), service.getPort());
    for (int i = 0; i < count; i++) {
      connections.add(Connection.open(address, selector));
    }
  }

  /** Closed loop: each connection sends its next request as soon as it has an answer. */
  public Load saturate(Requests requests, Duration duration) throws IOException {
    return new Run(requests, duration, (sent, elapsed) -> elapsed).run();
  }

  /**
   * Open loop: requests are due at a fixed rate, whatever becomes of them.
   *
   * @param perSecond above zero
   */
  public Load pace(Requests requests, double perSecond, Duration duration) throws IOException {
    return new Run(requests, duration, (sent, elapsed) -> (long) (sent / perSecond * SECOND_NANOS))
        .run();
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    selector.close();
  }

  /** When the next request is due, in nanoseconds from the start. */
  private interface Pace {
    long dueNanos(long sent, long elapsedNanos);
  }

  /** One measurement. */
  private final class Run {
    private final Requests requests;
    private final Pace pace;
    private final long durationNanos;
    private final long begun = System.nanoTime();
    private final Deque<Connection> idle = new ArrayDeque<>(connections);
    private final Histogram latencyNanos = new Histogram(LONGEST_NANOS, DIGITS);
    private long sent;
    private long accepted;
    private long acceptedInTime;
    private long others;

    Run(Requests requests, Duration duration, Pace pace) {
      this.requests = requests;
      this.durationNanos = duration.toNanos();
      this.pace = pace;
    }

    Load run() throws IOException {
      while (send() || idle.size() < connections.size()) {
        selector.select(
            key -> receive((Connection) key.attachment()),
            idle.isEmpty() ? PATIENCE.toMillis() : 1);
        requirePatience();
      }
      double seconds = durationNanos / (double) SECOND_NANOS;
      return new Load(
          accepted,
          others,
          new Throughput(acceptedInTime / seconds, acceptedInTime, seconds),
          latencyNanos);
    }

    /**
     * @return whether more is to be sent
     */
    private boolean send() throws IOException {
      while (true) {
        long elapsed = System.nanoTime() - begun;
        long due = pace.dueNanos(sent, elapsed);
        if (due >= durationNanos) {
          return false;
        }
        if (due > elapsed || idle.isEmpty()) {
          return true;
        }
        idle.pop().send(requests, begun + due);
        sent++;
      }
    }

    private void receive(Connection connection) {
      try {
        int status = connection.receive();
        if (status != Answer.INCOMPLETE) {
          count(status, connection.dueNanos());
          idle.push(connection);
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private void count(int status, long due) {
      long now = System.nanoTime();
      latencyNanos.recordValue(Math.clamp(now - due, 0, LONGEST_NANOS));
      if (status != ACCEPTED) {
        others++;
        return;
      }
      accepted++;
      if (now - begun <= durationNanos) {
        acceptedInTime++;
      }
    }

    private void requirePatience() throws IOException {
      if (System.nanoTime() - begun > durationNanos + PATIENCE.toNanos()) {
        throw new IOException(
            "%d of %d requests are without an answer"
                .formatted(connections.size() - idle.size(), sent));
      }
    }
  }
}
