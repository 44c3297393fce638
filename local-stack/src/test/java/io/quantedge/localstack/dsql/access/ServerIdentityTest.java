package io.quantedge.localstack.dsql.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerIdentityTest {
  private static final char[] NO_PASSWORD = {};

  @TempDir private Path folder = Path.of("");
  private ServerIdentity identity = new ServerIdentity(Path.of(""), Path.of(""), Path.of(""));

  @BeforeEach
  void create() {
    identity = ServerIdentity.create(folder.resolve("tls"), List.of("localhost", "127.0.0.1"));
  }

  @Test
  void theKeyIsReadableByItsOwnerOnly() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(identity.keyFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void theCertificateNamesTheHosts() throws Exception {
    assertThat(certificate(identity.certificateFile()).getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactly("localhost", "127.0.0.1");
  }

  @Test
  void aClientThatTrustsTheAuthorityAndChecksTheNameConnects() throws Exception {
    assertThat(handshake("localhost", identity.caFile())).startsWith("TLSv1.3");
    assertThat(handshake("127.0.0.1", identity.caFile())).startsWith("TLSv1.3");
  }

  @Test
  void aClientThatTrustsAnotherAuthorityDoesNot() {
    ServerIdentity other = ServerIdentity.create(folder.resolve("other"), List.of("localhost"));

    assertThatThrownBy(() -> handshake("localhost", other.caFile()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void aClientThatCalledAnotherNameDoesNot() {
    assertThatThrownBy(() -> handshake("elsewhere.example", identity.caFile()))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("elsewhere.example");
  }

  @Test
  void aSecondStartReplacesTheFiles() throws Exception {
    String key = Files.readString(identity.keyFile());

    ServerIdentity again = ServerIdentity.create(folder.resolve("tls"), List.of("localhost"));

    assertThat(again).isEqualTo(identity);
    assertThat(Files.readString(again.keyFile())).isNotEqualTo(key);
  }

  /** The protocol that the two sides agreed on. */
  private String handshake(String called, Path trusted) throws Exception {
    SSLContext serverContext = serverContext();
    try (SSLServerSocket server =
        (SSLServerSocket)
            serverContext
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(() -> {
            try (SSLSocket accepted = (SSLSocket) server.accept()) {
              accepted.startHandshake();
            } catch (java.io.IOException e) {
              // The client is the one that judges.
            }
          });
      try (java.net.Socket plain =
              new java.net.Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
          SSLSocket client =
              (SSLSocket)
                  clientContext(trusted)
                      .getSocketFactory()
                      .createSocket(plain, called, server.getLocalPort(), true)) {
        SSLParameters parameters = client.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(parameters);
        client.startHandshake();
        return client.getSession().getProtocol();
      } finally {
        served.join();
      }
    }
  }

  private SSLContext serverContext() throws Exception {
    String pem =
        Files.readString(identity.keyFile()).replaceAll("-----[A-Z ]+-----", "").replace("\n", "");
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, NO_PASSWORD);
    keys.setKeyEntry(
        "server", key, NO_PASSWORD, new Certificate[] {certificate(identity.certificateFile())});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext clientContext(Path trusted) throws Exception {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, NO_PASSWORD);
    authorities.setCertificateEntry("ca", certificate(trusted));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static X509Certificate certificate(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
