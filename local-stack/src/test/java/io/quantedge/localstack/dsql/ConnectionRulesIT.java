package io.quantedge.localstack.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.dsql.access.LocalCredentials;
import io.quantedge.localstack.dsql.access.LocalTokens;
import io.quantedge.localstack.dsql.access.ServerIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in, as what, and for how long. */
@Timeout(120)
class ConnectionRulesIT {
  private static final Duration LIFETIME = Duration.ofSeconds(5);
  private static LocalDsql dsql;
  private static LocalDsql.Endpoint first;

  @BeforeAll
  static void start() throws IOException {
    dsql = LocalDsql.startWithLifetime(LIFETIME);
    first = dsql.endpoints().getFirst();
    try (RawClient admin = RawClient.admin(dsql)) {
      admin.simple("CREATE ROLE clerk WITH LOGIN");
      admin.simple("CREATE ROLE nobody");
      admin.simple("CREATE TABLE money (id int PRIMARY KEY, amount int)");
      admin.simple("GRANT SELECT, INSERT ON money TO clerk");
    }
  }

  @AfterAll
  static void stop() {
    dsql.close();
  }

  private static String refusal(String role, String token) {
    try (RawClient client = RawClient.connect(first, dsql.caFile(), role, token)) {
      return "in as " + client.simple("SELECT current_user").getLast().rows();
    } catch (RawClient.RefusedException e) {
      return e.problem().sqlState();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String token(String host, String region, String role, Clock clock) {
    return new LocalTokens(LocalCredentials.DEFAULT, clock).token(host, region, role);
  }

  @Test
  void aTokenOpensConnectionsOfItsRole() {
    assertThat(refusal("admin", dsql.token(first.region(), "admin"))).isEqualTo("in as [[admin]]");
    assertThat(refusal("clerk", dsql.token(first.region(), "clerk"))).isEqualTo("in as [[clerk]]");
  }

  @Test
  void aTokenForSomethingElseOpensNothing() {
    Clock now = Clock.systemUTC();
    assertThat(refusal("admin", dsql.token(first.region(), "clerk"))).isEqualTo("28000");
    assertThat(refusal("clerk", dsql.token(first.region(), "admin"))).isEqualTo("28000");
    assertThat(refusal("admin", dsql.token("eu-west-1", "admin"))).isEqualTo("28000");
    assertThat(refusal("admin", token("elsewhere", first.region(), "admin", now)))
        .isEqualTo("28000");
    Clock yesterday = Clock.offset(now, Duration.ofDays(-1));
    assertThat(refusal("admin", token("localhost", first.region(), "admin", yesterday)))
        .startsWith("28");
    assertThat(refusal("admin", dsql.token(first.region(), "admin") + "0")).startsWith("28");
    assertThat(refusal("admin", "secret")).isEqualTo("28P01");
  }

  @Test
  void aRoleThatMayNotLogInIsRefusedWithAnyToken() {
    for (String role : List.of("nobody", "unheard-of", dsql.username(), "postgres")) {
      assertThat(refusal(role, dsql.token(first.region(), role))).as(role).isEqualTo("28000");
    }
  }

  @Test
  void aRoleDoesWhatItWasGrantedAndNoMore() throws IOException {
    try (RawClient clerk =
        RawClient.connect(first, dsql.caFile(), "clerk", dsql.token(first.region(), "clerk"))) {
      assertThat(clerk.simple("INSERT INTO money VALUES (1, 1)").getLast().tag())
          .isEqualTo("INSERT 0 1");
      assertThat(clerk.simple("UPDATE money SET amount = 2").getLast().sqlState())
          .isEqualTo("42501");
      assertThat(clerk.simple("CREATE TABLE own (id int)").getLast().sqlState()).isEqualTo("42501");
      assertThat(clerk.simple("SET SESSION AUTHORIZATION admin").getLast().sqlState())
          .isEqualTo("0A000");
    }
  }

  @Test
  void withoutTlsNobodyComesIn() throws IOException {
    try (RawClient plain = RawClient.plain(first)) {
      assertThat(plain.unit().getLast().message()).contains("use TLS");
    }
  }

  @Test
  void aClientThatTrustsAnotherAuthorityTurnsAway(@TempDir Path folder) {
    Path other = ServerIdentity.create(folder, List.of("localhost")).caFile();
    assertThatThrownBy(
            () -> RawClient.connect(first, other, "admin", dsql.token(first.region(), "admin")))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void aConnectionEndsAfterItsLifetimeAndNotWithinATransaction() throws IOException {
    try (RawClient idle = RawClient.admin(dsql);
        RawClient busy = RawClient.admin(dsql)) {
      busy.simple("BEGIN");
      idle.impatient((int) LIFETIME.multipliedBy(3).toMillis());
      assertThat(idle.unit().getLast().message()).contains("lifetime of 5 s");
      Awaitility.await()
          .pollDelay(Duration.ofSeconds(1))
          .untilAsserted(
              () -> assertThat(busy.simple("SELECT 1").getLast().tag()).isEqualTo("SELECT 1"));
      assertThat(busy.simple("COMMIT").getFirst().tag()).isEqualTo("COMMIT");
      assertThatThrownBy(
              () -> {
                assertThat(busy.unit().getLast().sqlState()).isEqualTo("57P01");
                busy.unit();
              })
          .isInstanceOf(IOException.class);
    }
  }
}
