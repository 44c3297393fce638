package io.quantedge.localstack.dsql.wire;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A socket whose messages wait in a queue, so that a session can be written as a straight line of
 * blocking calls on a virtual thread while Vert.x does the I/O. The socket is paused while too much
 * waits. Sending and closing are thread-safe; one thread receives.
 */
public final class Wire {
  private static final long PAUSE_ABOVE_BYTES = 4L * 1024 * 1024;
  private static final Message ENDED = Message.empty('!');

  private final NetSocket socket;
  private final FrameReader frames;
  private final Consumer<Message> startup;
  private final LinkedBlockingQueue<Message> received = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private volatile boolean swallowing;
  private volatile boolean ended;
  private volatile Runnable onEnd = () -> {};

  /** What the receiver is told when nothing more will come. */
  public static final class EndedException extends Exception {
    private static final long serialVersionUID = 1L;

    EndedException() {
      super("the connection has ended");
    }
  }

  private Wire(NetSocket socket, FrameReader frames, Consumer<Message> startup) {
    this.socket = socket;
    this.frames = frames;
    this.startup = startup;
    socket.handler(this::arrived);
    socket.closeHandler(ignored -> end());
    socket.exceptionHandler(ignored -> socket.close());
  }

  /**
   * The side of a client that has connected to us.
   *
   * @param startup takes the packets without a type, on the event loop, because TLS must be there
   *     before the next byte is
   */
  public static Wire ofClient(NetSocket socket, Consumer<Message> startup) {
    return new Wire(socket, new FrameReader(true), startup);
  }

  /** Our side of a connection to a server. */
  public static Wire toServer(NetSocket socket) {
    return new Wire(
        socket,
        new FrameReader(false),
        ignored -> {
          // A server's messages always have a type.
        });
  }

  private void arrived(Buffer chunk) {
    if (swallowing) {
      return;
    }
    try {
      List<Message> messages = frames.push(chunk);
      for (Message message : messages) {
        if (message.type() == Message.STARTUP) {
          startup.accept(message);
          continue;
        }
        // The length counts for messages of no body, too: a flood of them is also a flood.
        if (waitingBytes.addAndGet(message.body().length() + 1L) > PAUSE_ABOVE_BYTES) {
          socket.pause();
        }
        received.add(message);
      }
    } catch (ProtocolException e) {
      close();
    }
  }

  private void end() {
    ended = true;
    received.add(ENDED);
    onEnd.run();
  }

  /** Has something done when the connection ends, at once if it has; it may be done twice. */
  public void onEnd(Runnable action) {
    onEnd = action;
    if (ended) {
      action.run();
    }
  }

  /** Lets the receiver believe, after what waits already, that the connection has ended. */
  public void stopReceiving() {
    received.add(ENDED);
  }

  /** From now on messages carry a type. Call it on the socket's event loop. */
  public void startupIsDone() {
    frames.startupIsDone();
  }

  /**
   * Waits for the next message.
   *
   * @param limit how long at most
   * @return the message; empty if none came in time
   * @throws EndedException if the connection has ended
   */
  public Optional<Message> receive(Duration limit) throws EndedException, InterruptedException {
    Message message = received.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (message == null) {
      return Optional.empty();
    }
    if (message == ENDED) {
      received.add(ENDED);
      throw new EndedException();
    }
    long before = waitingBytes.getAndAdd(-(message.body().length() + 1L));
    if (before > PAUSE_ABOVE_BYTES && waitingBytes.get() <= PAUSE_ABOVE_BYTES) {
      socket.resume();
    }
    return Optional.of(message);
  }

  /** Sends bytes, in the order of the calls. */
  public void send(Buffer bytes) {
    if (!swallowing && bytes.length() > 0) {
      socket.write(bytes);
    }
  }

  /** Sends one message. */
  public void send(Message message) {
    send(message.frame());
  }

  /** From now on nothing comes through in either direction, and the connection stays open. */
  public void swallow() {
    swallowing = true;
  }

  /** Whether bytes have been swallowed, after which nothing sensible can follow. */
  public boolean isSwallowing() {
    return swallowing;
  }

  /** Whether the other side has gone. */
  public boolean isEnded() {
    return ended;
  }

  /** Ends the connection after what has been sent. */
  public void close() {
    socket.close();
  }
}
