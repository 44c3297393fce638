package io.quantedge.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Questions about the TCP ports of this machine. */
public final class Ports {
  /** The address that all local parts listen on. */
  public static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /** Different ports that were free a moment ago; another process may take one meanwhile. */
  public static List<Integer> free(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK)));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on " + LOOPBACK, e);
    } finally {
      sockets.forEach(Ports::close);
    }
  }

  /** Whether a server could listen on the port, on all addresses and on the loopback. */
  public static boolean isFree(int port) {
    return canListen(new InetSocketAddress(port))
        && canListen(new InetSocketAddress(LOOPBACK, port));
  }

  private static boolean canListen(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address, 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
