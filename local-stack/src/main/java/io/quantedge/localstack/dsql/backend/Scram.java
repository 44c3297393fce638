package io.quantedge.localstack.dsql.backend;

import io.quantedge.localstack.dsql.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677) without channel binding, as PostgreSQL
 * asks for it. One conversation; not thread-safe.
 */
final class Scram {
  static final String MECHANISM = "SCRAM-SHA-256";

  private static final String HEADER = "n,,";
  private static final int NONCE_BYTES = 18;
  private static final int KEY_BITS = 256;
  private static final String HMAC = "HmacSHA256";

  private final String password;
  private final String firstBare;

  Scram(String password) {
    this(password, nonce());
  }

  Scram(String password, String nonce) {
    this.password = password;
    // PostgreSQL takes the user from the startup packet.
    this.firstBare = "n=,r=" + nonce;
  }

  private static String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  byte[] first() {
    return bytes(HEADER + firstBare);
  }

  /**
   * Answers the server's challenge.
   *
   * @throws ProtocolException if it is no challenge to what was sent first
   */
  byte[] last(byte[] challenge) {
    String serverFirst = new String(challenge, StandardCharsets.UTF_8);
    Map<Character, String> fields = new HashMap<>();
    for (String field : serverFirst.split(",", -1)) {
      if (field.length() > 2) {
        fields.put(field.charAt(0), field.substring(2));
      }
    }
    String salt = fields.getOrDefault('s', "");
    String nonce = fields.getOrDefault('r', "");
    if (salt.isEmpty() || !nonce.startsWith(firstBare.substring("n=,r=".length()))) {
      throw new ProtocolException("a SCRAM challenge without salt or with another nonce");
    }
    String withoutProof =
        "c=%s,r=%s".formatted(Base64.getEncoder().encodeToString(bytes(HEADER)), nonce);
    String signed = "%s,%s,%s".formatted(firstBare, serverFirst, withoutProof);
    try {
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(
                  new PBEKeySpec(
                      password.toCharArray(),
                      Base64.getDecoder().decode(salt),
                      Integer.parseInt(fields.getOrDefault('i', "")),
                      KEY_BITS))
              .getEncoded();
      byte[] clientKey = hmac(salted, "Client Key");
      byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
      byte[] proof = hmac(storedKey, signed);
      for (int i = 0; i < proof.length; i++) {
        proof[i] ^= clientKey[i];
      }
      return bytes(withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ProtocolException("a SCRAM challenge that cannot be answered: " + e.getMessage());
    }
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
