package io.quantedge.settlement.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A TCP relay in front of the truth store that can do what networks do. Thread-safe. */
public final class FaultyLink implements AutoCloseable {
  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Fault> armed = new AtomicReference<>(Fault.NONE);
  private volatile boolean cut;

  /** What happens to the next COMMIT that passes; it happens once. */
  public enum Fault {
    NONE,
    /** The server never sees it: the connection breaks. */
    LOSE_COMMIT,
    /** The server commits, and the connection breaks before its answer is through. */
    LOSE_ANSWER,
    /** The server commits, and its answer never comes, though the connection stays. */
    SILENCE_ANSWER
  }

  public FaultyLink(String host, int port) {
    try {
      this.listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.target = new InetSocketAddress(host, port);
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public void arm(Fault fault) {
    armed.set(fault);
  }

  /** Whether the fault has happened. */
  public boolean happened() {
    return armed.get() == Fault.NONE;
  }

  /** Breaks every connection and lets none come about. */
  public void cut() {
    cut = true;
    connections.forEach(Connection::close);
  }

  public void restore() {
    cut = false;
  }

  @Override
  public void close() {
    cut();
    closeQuietly(listener);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (cut) {
          client.close();
        } else {
          Socket server = new Socket();
          server.connect(target, 2_000);
          new Connection(client, server).start();
        }
      } catch (IOException e) {
        // The listener was closed, or this one connection failed.
      }
    }
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // It is gone: what was wanted.
    }
  }

  private final class Connection {
    private final Socket client;
    private final Socket server;
    private volatile Fault fault = Fault.NONE;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void start() {
      connections.add(this);
      Thread.ofVirtual().start(() -> pump(client, server, true));
      Thread.ofVirtual().start(() -> pump(server, client, false));
    }

    void close() {
      connections.remove(this);
      closeQuietly(client);
      closeQuietly(server);
    }

    private void pump(Socket from, Socket to, boolean towardsServer) {
      byte[] buffer = new byte[16_384];
      try {
        InputStream in = from.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (towardsServer) {
            notice(buffer, n);
          }
          if (fault == Fault.LOSE_COMMIT || !towardsServer && fault == Fault.LOSE_ANSWER) {
            break;
          }
          if (towardsServer || fault != Fault.SILENCE_ANSWER) {
            to.getOutputStream().write(buffer, 0, n);
          }
        }
      } catch (IOException e) {
        // One side is gone; so is the other, below.
      } finally {
        close();
      }
    }

    private void notice(byte[] buffer, int length) {
      Fault next = Objects.requireNonNull(armed.get());
      boolean commits =
          next != Fault.NONE
              && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT");
      if (commits && armed.compareAndSet(next, Fault.NONE)) {
        fault = next;
      }
    }
  }
}
