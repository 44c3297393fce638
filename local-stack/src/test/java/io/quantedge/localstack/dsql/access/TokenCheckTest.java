package io.quantedge.localstack.dsql.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.dsql.rule.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against tokens that the AWS SDK 2.41.34 made with the local key pair. */
class TokenCheckTest {
  private static final Instant SIGNED_AT = Instant.parse("2026-11-22T01:21:55Z");
  private static final String EAST = "us-east-1";

  private static final String TOKEN =
      "localhost/?Action=DbConnect&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261122T012155Z"
          + "&X-Amz-SignedHeaders=host&X-Amz-Expires=900"
          + "&X-Amz-Credential=local%2F20261122%2Fus-east-1%2Fdsql%2Faws4_request"
          + "&X-Amz-Signature=9c3450f5aca32c18c20fc8d9ccaf772344ea8318def185cad518526f72aefff6";

  private static final String ADMIN_TOKEN =
      "localhost/?Action=DbConnectAdmin&X-Amz-Algorithm=AWS4-HMAC-SHA256"
          + "&X-Amz-Date=20261122T012155Z&X-Amz-SignedHeaders=host&X-Amz-Expires=900"
          + "&X-Amz-Credential=local%2F20261122%2Feu-west-1%2Fdsql%2Faws4_request"
          + "&X-Amz-Signature=2080d1559470071001dc6e0686a0d0c768281d62997d53d431c62631b3945887";

  private static final String CLUSTER_HOST = "foo0bar1baz2.dsql.us-east-1.on.aws";
  private static final String CLUSTER_TOKEN =
      CLUSTER_HOST
          + "/?Action=DbConnect&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20261122T012155Z"
          + "&X-Amz-SignedHeaders=host&X-Amz-Expires=3600"
          + "&X-Amz-Credential=local%2F20261122%2Fus-east-1%2Fdsql%2Faws4_request"
          + "&X-Amz-Signature=cf0e80046780a4a87e1a16701bd0940370c4e82f22fee51bd0ab7a0528837d99";

  @Test
  void tokensOfTheSdkAreAccepted() {
    assertThat(checkAfter(Duration.ZERO).check(TOKEN, "app", "localhost", EAST)).isEmpty();
    assertThat(checkAfter(Duration.ZERO).check(ADMIN_TOKEN, "admin", "localhost", "eu-west-1"))
        .isEmpty();
    assertThat(checkAfter(Duration.ofMinutes(59)).check(CLUSTER_TOKEN, "app", CLUSTER_HOST, EAST))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app", "admin"})
  void ownTokensAreAccepted(String role) {
    Clock clock = Clock.fixed(SIGNED_AT, ZoneOffset.UTC);
    String token = new LocalTokens(LocalCredentials.DEFAULT, clock).token("h.x", EAST, role);

    assertThat(checkAfter(Duration.ZERO).check(token, role, "h.x", EAST)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost/?,127.0.0.1/?,28000",
    "DbConnect,DbConnectAdmin,28000",
    "AWS4-HMAC-SHA256,AWS4-ECDSA-P256-SHA256,28P01",
    "20261122T012155Z,20261122T012156Z,28P01",
    "20261122T012155Z,20261121T012155Z,28P01",
    "SignedHeaders=host,SignedHeaders=date,28P01",
    "Expires=900,Expires=901,28P01",
    "Expires=900,Expires=0,28P01",
    "Expires=900,Expires=-900,28P01",
    "Expires=900,Expires=604801,28P01",
    "Expires=900,Expires=x,28P01",
    "local%2F,other%2F,28000",
    "us-east-1,eu-west-1,28000",
    "%2Fdsql%2F,%2Frds-db%2F,28000",
    "aws4_request,aws5_request,28P01",
    "Signature=9c,Signature=9d,28P01",
    "72aefff6,72aefff,28P01",
    "&X-Amz-Expires=900,'',28P01",
    "&X-Amz-Expires=900,&X-Amz-Expires=900&X-Amz-Expires=900,28P01",
    "&X-Amz-Expires=900,&X-Amz-Expires=900&X=1,28P01",
    "&X-Amz-Expires=900,&X-Amz-Expires=%zz,28P01"
  })
  void eachTamperedFieldIsRefused(String original, String tampered, String sqlState) {
    assertThat(TOKEN).contains(original);
    String token = TOKEN.replace(original, tampered);

    Optional<Refusal> refusal = checkAfter(Duration.ZERO).check(token, "app", "localhost", EAST);

    assertThat(refusal).map(Refusal::sqlState).contains(sqlState);
    assertThat(refusal.orElseThrow().message()).doesNotContain("X-Amz", "9c3450f5", "local%2F");
  }

  @ParameterizedTest
  @CsvSource({
    "admin,localhost,us-east-1,28000",
    "app,127.0.0.1,us-east-1,28000",
    "app,localhost,eu-west-1,28000"
  })
  void aTokenForSomethingElseIsRefused(String role, String host, String region, String sqlState) {
    assertThat(checkAfter(Duration.ZERO).check(TOKEN, role, host, region))
        .map(Refusal::sqlState)
        .contains(sqlState);
  }

  @Test
  void theWrongSecretIsRefused() {
    TokenCheck check =
        new TokenCheck(
            new LocalCredentials("local", "another"), Clock.fixed(SIGNED_AT, ZoneOffset.UTC));

    assertThat(check.check(TOKEN, "app", "localhost", EAST))
        .map(Refusal::sqlState)
        .contains("28P01");
  }

  @Test
  void aTokenExpiresAfterItsFifteenMinutes() {
    assertThat(checkAfter(Duration.ofSeconds(899)).check(TOKEN, "app", "localhost", EAST))
        .isEmpty();
    assertThat(checkAfter(Duration.ofSeconds(900)).check(TOKEN, "app", "localhost", EAST))
        .hasValueSatisfying(refusal -> assertThat(refusal.message()).contains("expired"));
  }

  @Test
  void aTokenFromTheFutureIsRefusedUnlessClocksMayDifferSo() {
    assertThat(checkAfter(Duration.ofMinutes(-5)).check(TOKEN, "app", "localhost", EAST)).isEmpty();
    assertThat(checkAfter(Duration.ofSeconds(-301)).check(TOKEN, "app", "localhost", EAST))
        .hasValueSatisfying(refusal -> assertThat(refusal.message()).contains("future"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "localhost/?", "localhost/?a", "/?&&", "localhost/?=1"})
  void whatIsNoTokenIsRefused(String password) {
    assertThat(checkAfter(Duration.ZERO).check(password, "app", "localhost", EAST))
        .map(Refusal::sqlState)
        .contains("28P01");
  }

  @Test
  void whatIsFarTooLongIsRefusedUnread() {
    String token = TOKEN + "&x=" + "a".repeat(10_000);

    assertThat(checkAfter(Duration.ZERO).check(token, "app", "localhost", EAST))
        .map(Refusal::sqlState)
        .contains("28P01");
  }

  private static TokenCheck checkAfter(Duration sinceSigned) {
    return new TokenCheck(
        LocalCredentials.DEFAULT, Clock.fixed(SIGNED_AT.plus(sinceSigned), ZoneOffset.UTC));
  }
}
