package io.quantedge.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Aurora DSQL finds the cluster by the name that the client says in the TLS handshake. */
class ServerNameIT {
  private static final String HOST = "cluster.dsql.test";
  private static final int SSL_REQUEST_BYTES = 8;

  @Test
  void theHandshakeSaysWhichClusterIsMeant() throws Exception {
    VertxOptions options =
        new VertxOptions()
            .setAddressResolverOptions(
                new AddressResolverOptions().setHostsValue(Buffer.buffer("127.0.0.1 " + HOST)));
    Vertx vertx = Vertx.vertx(options);
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> hello = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> listen(door, hello));
      try (Dsql dsql =
          Dsql.builder(
                  vertx, Configs.of("endpoints", "us-east-1@" + HOST + ":" + door.getLocalPort()))
              .open()) {
        Database.failureOf(dsql.transaction(Database.inserting(1)));
      }

      assertThat(hello.get(20, TimeUnit.SECONDS)).contains(HOST);
    } finally {
      vertx.closeAndAwait();
    }
  }

  /** Agrees to TLS, takes the first words of the handshake, and hangs up. */
  private static void listen(ServerSocket door, CompletableFuture<String> hello) {
    try (Socket client = door.accept()) {
      InputStream in = client.getInputStream();
      in.readNBytes(SSL_REQUEST_BYTES);
      client.getOutputStream().write('S');
      byte[] words = new byte[4_096];
      int length = in.read(words);
      hello.complete(new String(words, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      hello.completeExceptionally(e);
    }
  }
}
