package io.quantedge.localstack.dsql.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the tokens that Aurora DSQL takes as passwords, for tools and tests that do without the AWS
 * SDK. Thread-safe.
 */
public final class LocalTokens {
  /** What the AWS SDK gives a token that nobody asked otherwise for. */
  public static final Duration DEFAULT_EXPIRY = Duration.ofMinutes(15);

  static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int DAY_CHARACTERS = 8;

  private final LocalCredentials credentials;
  private final Clock clock;

  /** Signs with the key pair, dated by the clock. */
  public LocalTokens(LocalCredentials credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /** A token of the default expiry. */
  public String token(String host, String region, String role) {
    return token(host, region, role, DEFAULT_EXPIRY);
  }

  /**
   * A token.
   *
   * @param host endpoint, without port
   * @param region region of the endpoint
   * @param role database role that connects; decides the action
   * @param expiry from now on, whole seconds
   */
  public String token(String host, String region, String role, Duration expiry) {
    Instant now = clock.instant();
    String timestamp = TIMESTAMP.format(now);
    SignatureV4.Scope scope = new SignatureV4.Scope(timestamp.substring(0, DAY_CHARACTERS), region);
    Map<String, String> parameters = new TreeMap<>();
    parameters.put(PresignedQuery.ACTION, Action.of(role));
    parameters.put(PresignedQuery.ALGORITHM, SignatureV4.ALGORITHM);
    parameters.put(PresignedQuery.CREDENTIAL, credentials.accessKeyId() + "/" + scope);
    parameters.put(PresignedQuery.DATE, timestamp);
    parameters.put(PresignedQuery.EXPIRES, Long.toString(expiry.toSeconds()));
    parameters.put(PresignedQuery.SIGNED_HEADERS, SignatureV4.SIGNED_HEADERS);
    String query = new PresignedQuery(parameters).canonical();
    String signature = SignatureV4.sign(credentials, scope, timestamp, host, query);
    return host + "/?" + query + "&" + PresignedQuery.SIGNATURE + "=" + signature;
  }
}
