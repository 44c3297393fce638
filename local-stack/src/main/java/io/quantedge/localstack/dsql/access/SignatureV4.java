package io.quantedge.localstack.dsql.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 4 of a presigned GET of {@code https://host/} whose only signed header is the
 * host. Source: "Create a signed AWS API request" in the IAM user guide. Stateless.
 */
final class SignatureV4 {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  static final String SERVICE = "dsql";
  static final String TERMINATOR = "aws4_request";
  static final String SIGNED_HEADERS = "host";

  private static final String HMAC = "HmacSHA256";

  private SignatureV4() {}

  /** Date, region and service that a key is derived for. */
  record Scope(String day, String region) {
    @Override
    public String toString() {
      return String.join("/", day, region, SERVICE, TERMINATOR);
    }
  }

  /** The signature in lower-case hexadecimal digits. */
  static String sign(
      LocalCredentials credentials, Scope scope, String timestamp, String host, String query) {
    String request =
        String.join("\n", "GET", "/", query, "host:" + host, "", SIGNED_HEADERS, hex(digest("")));
    String toSign = String.join("\n", ALGORITHM, timestamp, scope.toString(), hex(digest(request)));
    byte[] key = bytes("AWS4" + credentials.secretAccessKey());
    for (String part : new String[] {scope.day(), scope.region(), SERVICE, TERMINATOR}) {
      key = hmac(key, part);
    }
    return hex(hmac(key, toSign));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no " + HMAC, e);
    }
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
