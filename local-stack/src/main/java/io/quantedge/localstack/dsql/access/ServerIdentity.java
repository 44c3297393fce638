package io.quantedge.localstack.dsql.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * The certificate by which clients know the local Aurora DSQL. It is made anew for each start by an
 * authority whose key is thrown away, so that trusting the authority's file trusts this server
 * alone. Immutable.
 *
 * @param caFile PEM of the authority's certificate, for clients
 * @param certificateFile PEM of the server's certificate
 * @param keyFile PEM of the server's key in PKCS#8, readable by its owner only
 */
public record ServerIdentity(Path caFile, Path certificateFile, Path keyFile) {
  private static final int MAXIMUM_HOSTS = 16;

  /**
   * Writes the three files; files of an earlier start are replaced.
   *
   * @param folder where to; created if it is missing
   * @param hosts names and addresses that clients may call the server by, 1 to 16
   * @throws UncheckedIOException if they cannot be written
   */
  public static ServerIdentity create(Path folder, List<String> hosts) {
    return create(folder, hosts, Clock.systemUTC());
  }

  static ServerIdentity create(Path folder, List<String> hosts, Clock clock) {
    if (hosts.isEmpty()
        || hosts.size() > MAXIMUM_HOSTS
        || hosts.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "a certificate takes 1 to %d names, none blank, but was given %s"
              .formatted(MAXIMUM_HOSTS, hosts));
    }
    ServerIdentity identity =
        new ServerIdentity(
            folder.resolve("ca.pem"), folder.resolve("server.pem"), folder.resolve("server.key"));
    try {
      Files.createDirectories(folder);
      identity.write(new Certificates(clock).issue(hosts));
      return identity;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the certificate to " + folder, e);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("this JVM cannot make a certificate on curve P-256", e);
    }
  }

  private void write(Certificates.Issued issued) throws IOException {
    Pem.writeSecret(keyFile, Pem.block("PRIVATE KEY", issued.serverKey().getEncoded()));
    Pem.write(certificateFile, Pem.block("CERTIFICATE", issued.server()));
    Pem.write(caFile, Pem.block("CERTIFICATE", issued.authority()));
  }
}
