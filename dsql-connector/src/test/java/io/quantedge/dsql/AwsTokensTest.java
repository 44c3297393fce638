package io.quantedge.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.dsql.access.LocalCredentials;
import io.quantedge.localstack.dsql.access.TokenCheck;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AwsTokensTest {
  private static final String SECRET = "local-secret-key";
  private static final DsqlEndpoint ENDPOINT = DsqlEndpoint.parse("eu-west-1@localhost:15441");

  private final AwsTokens tokens = AwsTokens.ofLocalKey(Duration.ofMinutes(15));

  @Test
  void aTokenIsForItsHostWithoutPortItsRegionItsActionAndItsLifetime() {
    String token = tokens.token(ENDPOINT, "worker").await().atMost(Duration.ofSeconds(20));

    assertThat(token)
        .startsWith("localhost/?")
        .contains("Action=DbConnect&", "X-Amz-Expires=900", "%2Feu-west-1%2Fdsql%2F")
        .doesNotContain(SECRET, "15441");
  }

  @Test
  void adminHasAnActionOfItsOwn() {
    String token = tokens.token(ENDPOINT, "admin").await().atMost(Duration.ofSeconds(20));

    assertThat(token).contains("Action=DbConnectAdmin&");
  }

  @Test
  void theLocalDatabaseTakesATokenForWhatItIsAndForNothingElse() {
    TokenCheck check = new TokenCheck(LocalCredentials.DEFAULT, Clock.systemUTC());
    String token = tokens.token(ENDPOINT, "worker").await().atMost(Duration.ofSeconds(20));

    assertThat(check.check(token, "worker", "localhost", "eu-west-1")).isEmpty();
    assertThat(check.check(token, "admin", "localhost", "eu-west-1")).isPresent();
    assertThat(check.check(token, "worker", "localhost", "us-east-1")).isPresent();
    assertThat(check.check(token, "worker", "elsewhere", "eu-west-1")).isPresent();
  }
}
