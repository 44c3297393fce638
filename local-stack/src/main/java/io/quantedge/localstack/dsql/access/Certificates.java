package io.quantedge.localstack.dsql.access;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a certificate authority of its own and one server certificate; keeps no authority's key.
 */
final class Certificates {
  private static final Duration VALIDITY = Duration.ofDays(365);

  /** Clocks on one machine agree; the margin is for virtual machines that wake up. */
  private static final Duration BACKDATED = Duration.ofDays(1);

  private static final int SERIAL_BITS = 120;
  private static final X500Name AUTHORITY = new X500Name("CN=Quant Edge local Aurora DSQL CA");
  private static final X500Name SERVER = new X500Name("CN=Quant Edge local Aurora DSQL");

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  Certificates(Clock clock) {
    this.clock = clock;
  }

  /** What one issue gives: DER of the two certificates, and the server's key. */
  record Issued(byte[] authority, byte[] server, PrivateKey serverKey) {}

  Issued issue(List<String> hosts)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPair authorityKeys = keys();
    KeyPair serverKeys = keys();
    JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
    X509v3CertificateBuilder authority = builder(AUTHORITY, authorityKeys);
    authority
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            ids.createSubjectKeyIdentifier(authorityKeys.getPublic()));
    X509v3CertificateBuilder server = builder(SERVER, serverKeys);
    server
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            ids.createAuthorityKeyIdentifier(authorityKeys.getPublic()))
        .addExtension(Extension.subjectAlternativeName, false, names(hosts));
    return new Issued(
        sign(authority, authorityKeys.getPrivate()),
        sign(server, authorityKeys.getPrivate()),
        serverKeys.getPrivate());
  }

  private X509v3CertificateBuilder builder(X500Name subject, KeyPair keys) {
    Instant now = clock.instant();
    return new JcaX509v3CertificateBuilder(
        AUTHORITY,
        new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
        Date.from(now.minus(BACKDATED)),
        Date.from(now.plus(VALIDITY)),
        subject,
        keys.getPublic());
  }

  private static byte[] sign(X509v3CertificateBuilder certificate, PrivateKey key)
      throws OperatorCreationException, IOException {
    return certificate
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key))
        .getEncoded();
  }

  private KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  private static GeneralNames names(List<String> hosts) {
    return new GeneralNames(
        hosts.stream()
            .map(host ->
                new GeneralName(
                    isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
            .toArray(GeneralName[]::new));
  }

  /** Names end in a letter, IPv4 addresses in a digit; only IPv6 has colons. */
  private static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || Character.isDigit(host.charAt(host.length() - 1));
  }
}
