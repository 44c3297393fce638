package io.quantedge.localstack.dsql.access;

import io.quantedge.localstack.dsql.rule.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the token that comes as password, as Aurora DSQL does once for each new connection: signed
 * with the right key, for this endpoint and region, for the role's action, and neither expired nor
 * from the future. The reasons never repeat the token. Thread-safe.
 */
public final class TokenCheck {
  /** Longest validity of a presigned request, by the documentation of Signature Version 4. */
  private static final Duration MAXIMUM_EXPIRY = Duration.ofDays(7);

  /** How far a client's clock may be ahead. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final int MAXIMUM_TOKEN_CHARACTERS = 4_096;
  private static final int DAY_CHARACTERS = 8;
  private static final String INVALID_PASSWORD = "28P01";
  private static final String INVALID_AUTHORIZATION = "28000";

  private static final Set<String> PARAMETERS =
      Set.of(
          PresignedQuery.ACTION,
          PresignedQuery.ALGORITHM,
          PresignedQuery.CREDENTIAL,
          PresignedQuery.DATE,
          PresignedQuery.EXPIRES,
          PresignedQuery.SIGNED_HEADERS,
          PresignedQuery.SIGNATURE);

  private final LocalCredentials credentials;
  private final Clock clock;

  /** Checks against the key pair, at the clock's time. */
  public TokenCheck(LocalCredentials credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * Checks one token.
   *
   * @param token the password as it was sent
   * @param role the database role that wants to connect
   * @param host the endpoint's name, without port
   * @param region the endpoint's region
   * @return why the connection is refused: {@code 28P01} if the token itself is no good, {@code
   *     28000} if it is one for something else
   */
  public Optional<Refusal> check(String token, String role, String host, String region) {
    int slash = token.indexOf("/?");
    if (slash < 0 || token.length() > MAXIMUM_TOKEN_CHARACTERS) {
      return password("the password is no authentication token");
    }
    Optional<PresignedQuery> query = PresignedQuery.read(token.substring(slash + 2));
    if (query.isEmpty() || !query.get().parameters().keySet().equals(PARAMETERS)) {
      return password("the token has not the parameters of a presigned request");
    }
    PresignedQuery presigned = query.get();
    return purpose(presigned, token.substring(0, slash), role, host)
        .or(() -> scope(presigned, region))
        .or(() -> time(presigned))
        .or(() -> signature(presigned, host, region));
  }

  private static Optional<Refusal> purpose(
      PresignedQuery query, String tokenHost, String role, String host) {
    if (!tokenHost.equals(host)) {
      return authorization("the token is for another host than " + host);
    }
    if (!query.get(PresignedQuery.ACTION).equals(Action.of(role))) {
      return authorization(
          "role %s needs a token for the action %s".formatted(role, Action.of(role)));
    }
    if (!query.get(PresignedQuery.ALGORITHM).equals(SignatureV4.ALGORITHM)
        || !query.get(PresignedQuery.SIGNED_HEADERS).equals(SignatureV4.SIGNED_HEADERS)) {
      return password("the token is not signed by %s".formatted(SignatureV4.ALGORITHM));
    }
    return Optional.empty();
  }

  private Optional<Refusal> scope(PresignedQuery query, String region) {
    String[] parts = query.get(PresignedQuery.CREDENTIAL).split("/", -1);
    if (parts.length != 5
        || !query.get(PresignedQuery.DATE).startsWith(parts[1])
        || parts[1].length() != DAY_CHARACTERS
        || !parts[4].equals(SignatureV4.TERMINATOR)) {
      return password("the token's credential scope is malformed");
    }
    if (!parts[0].equals(credentials.accessKeyId())) {
      return authorization("the token's access key is unknown here");
    }
    if (!parts[2].equals(region)) {
      return authorization("the token is for another region than " + region);
    }
    if (!parts[3].equals(SignatureV4.SERVICE)) {
      return authorization("the token is for another service than " + SignatureV4.SERVICE);
    }
    return Optional.empty();
  }

  private Optional<Refusal> time(PresignedQuery query) {
    Instant signedAt;
    Duration expiry;
    try {
      signedAt = LocalTokens.TIMESTAMP.parse(query.get(PresignedQuery.DATE), Instant::from);
      expiry = Duration.ofSeconds(Long.parseLong(query.get(PresignedQuery.EXPIRES)));
    } catch (DateTimeException | NumberFormatException e) {
      return password("the token's date or expiry is malformed");
    }
    if (!expiry.isPositive() || expiry.compareTo(MAXIMUM_EXPIRY) > 0) {
      return password(
          "the token's expiry is not within 1 to %d seconds".formatted(MAXIMUM_EXPIRY.toSeconds()));
    }
    Instant now = clock.instant();
    if (signedAt.isAfter(now.plus(CLOCK_SKEW))) {
      return password("the token is dated in the future; check the client's clock");
    }
    if (!now.isBefore(signedAt.plus(expiry))) {
      return password("the token has expired; make a new one for each new connection");
    }
    return Optional.empty();
  }

  private Optional<Refusal> signature(PresignedQuery query, String host, String region) {
    String timestamp = query.get(PresignedQuery.DATE);
    String expected =
        SignatureV4.sign(
            credentials,
            new SignatureV4.Scope(timestamp.substring(0, DAY_CHARACTERS), region),
            timestamp,
            host,
            query.canonical());
    boolean same =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8),
            query.get(PresignedQuery.SIGNATURE).getBytes(StandardCharsets.UTF_8));
    return same ? Optional.empty() : password("the token's signature does not match");
  }

  private static Optional<Refusal> password(String reason) {
    return Optional.of(denied(INVALID_PASSWORD, reason));
  }

  private static Optional<Refusal> authorization(String reason) {
    return Optional.of(denied(INVALID_AUTHORIZATION, reason));
  }

  private static Refusal denied(String sqlState, String reason) {
    return new Refusal(
        sqlState, "unable to accept connection, access denied: " + reason + " (local wording)");
  }
}
