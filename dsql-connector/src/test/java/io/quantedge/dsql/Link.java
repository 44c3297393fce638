package io.quantedge.dsql;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** A way to the database through which bytes can be held back or lost. Thread-safe. */
final class Link implements AutoCloseable {
  private final ServerSocket door;
  private final InetSocketAddress database;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final ReentrantLock changing = new ReentrantLock();
  private volatile Mode mode = Mode.SERVING;
  private volatile String trap = "";
  private volatile Mode afterTrap = Mode.SERVING;

  /** What becomes of bytes. */
  enum Mode {
    /** They pass. */
    SERVING,
    /** Those of the client pass, and no answer comes back. */
    DEAF,
    /** None passes, in no direction, though connections come about. */
    HANGING,
    /** Connections are closed. */
    REFUSING
  }

  Link(String host, int port) {
    this("127.0.0.1", host, port);
  }

  /**
   * @param address where it listens
   */
  Link(String address, String host, int port) {
    try {
      this.door = new ServerSocket(0, 64, InetAddress.getByName(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.database = new InetSocketAddress(host, port);
    Thread.ofVirtual().start(this::welcome);
  }

  int port() {
    return door.getLocalPort();
  }

  /** How many connections came, whatever became of them. */
  int accepted() {
    return accepted.get();
  }

  void become(Mode next) {
    changing.lock();
    try {
      mode = next;
      if (next == Mode.REFUSING) {
        drop();
      }
    } finally {
      changing.unlock();
    }
  }

  /** Changes the mode when the client next sends these words; {@code REFUSING} loses the words. */
  void trap(String words, Mode next) {
    afterTrap = next;
    trap = words;
  }

  void drop() {
    sockets.forEach(Link::close);
    sockets.clear();
  }

  @Override
  public void close() {
    close(door);
    drop();
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        accepted.incrementAndGet();
        if (mode == Mode.REFUSING) {
          client.close();
          continue;
        }
        Socket server = new Socket();
        server.connect(database, 2_000);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> relay(client, server, true));
        Thread.ofVirtual().start(() -> relay(server, client, false));
      } catch (IOException e) {
        // The door is closed, or this one connection failed.
      }
    }
  }

  private void relay(Socket from, Socket to, boolean fromClient) {
    byte[] buffer = new byte[8_192];
    try {
      for (int n = from.getInputStream().read(buffer); n >= 0; ) {
        if (fromClient) {
          spring(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        }
        if (mode == Mode.SERVING || mode == Mode.DEAF && fromClient) {
          to.getOutputStream().write(buffer, 0, n);
        }
        n = from.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // One side is gone; so is the other, below.
    } finally {
      close(from);
      close(to);
    }
  }

  private void spring(String words) {
    if (!trap.isEmpty() && words.contains(trap)) {
      trap = "";
      become(afterTrap);
    }
  }

  private static void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is gone: what was wanted.
    }
  }
}
