package io.quantedge.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A kept-alive connection with at most one request on its way. Not thread-safe. */
final class Connection implements AutoCloseable {
  private static final int REQUEST_BYTES = 8 * 1024;
  private static final int ANSWER_BYTES = 16 * 1024;

  private final SocketChannel channel;
  private final ByteBuffer out = ByteBuffer.allocateDirect(REQUEST_BYTES);
  private final ByteBuffer in = ByteBuffer.allocate(ANSWER_BYTES);
  private long dueNanos;

  private Connection(SocketChannel channel) {
    this.channel = channel;
  }

  static Connection open(InetSocketAddress address, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    Connection connection = new Connection(channel);
    channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  /**
   * @param due when the request was to be sent, from which its latency counts
   */
  void send(Requests requests, long due) throws IOException {
    dueNanos = due;
    out.clear();
    requests.next(out);
    out.flip();
    while (out.hasRemaining()) {
      if (channel.write(out) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  /**
   * @return the status of the answer, or {@link Answer#INCOMPLETE}
   */
  int receive() throws IOException {
    if (channel.read(in) < 0) {
      throw new EOFException("the service closed a connection");
    }
    int status = Answer.status(in.array(), in.position());
    if (status != Answer.INCOMPLETE) {
      in.clear();
    }
    return status;
  }

  long dueNanos() {
    return dueNanos;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
