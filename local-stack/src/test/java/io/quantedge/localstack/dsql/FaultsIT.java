package io.quantedge.localstack.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.localstack.DsqlFaults;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.dsql.RawClient.Answer;
import io.quantedge.localstack.dsql.fault.Cut;
import io.quantedge.localstack.dsql.fault.EndpointState;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be made to go wrong goes wrong exactly so, and no further. */
@Timeout(120)
class FaultsIT {
  private static final int IMPATIENT_MILLIS = 500;
  private static LocalDsql dsql;
  private static DsqlFaults faults;
  private final List<RawClient> clients = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    dsql = LocalDsql.start();
    faults = new DsqlFaults(dsql.adminUri());
    try (RawClient admin = RawClient.admin(dsql)) {
      admin.simple("CREATE TABLE notes (id int PRIMARY KEY)");
    }
  }

  @AfterAll
  static void stop() {
    faults.close();
    dsql.close();
  }

  @BeforeEach
  void empty() throws IOException {
    ok(client(0), "DELETE FROM notes");
  }

  @AfterEach
  void clear() throws IOException {
    faults.clear();
    for (RawClient client : clients) {
      client.close();
    }
  }

  private RawClient client(int endpoint) throws IOException {
    String region = dsql.endpoints().get(endpoint).region();
    RawClient client = RawClient.connect(dsql, endpoint, "admin", dsql.token(region, "admin"));
    clients.add(client);
    return client;
  }

  private static Answer ok(RawClient client, String sql) throws IOException {
    Answer answer = client.simple(sql).getLast();
    assertThat(answer.problem()).as(sql).isEmpty();
    return answer;
  }

  private String count() throws IOException {
    return ok(client(1), "SELECT count(*) FROM notes").rows().getFirst().getFirst();
  }

  private static String region(int endpoint) {
    return dsql.endpoints().get(endpoint).region();
  }

  private static long figure(int endpoint, String name) {
    JsonNode regions = faults.state().get("regions");
    return regions.get(region(endpoint)).get(name).asLong();
  }

  @Test
  void aPlannedConflictMeetsTheNextCommitsThatWroteAndNoOthers() throws IOException {
    long before = figure(0, "conflictsInjected");
    RawClient client = client(0);
    faults.conflictNext("OC001", 2);
    ok(client, "BEGIN");
    ok(client, "SELECT 1");
    assertThat(ok(client, "COMMIT").tag()).isEqualTo("COMMIT");
    ok(client, "BEGIN");
    ok(client, "INSERT INTO notes VALUES (1)");
    Answer commit = client.simple("COMMIT").getLast();
    assertThat(commit.sqlState()).isEqualTo("40001");
    assertThat(commit.message()).contains("OC001");
    Answer single = client.extended("INSERT INTO notes VALUES (1)");
    assertThat(single.sqlState()).isEqualTo("40001");
    assertThat(count()).isEqualTo("0");
    ok(client, "INSERT INTO notes VALUES (1)");
    assertThat(figure(0, "conflictsInjected") - before).isEqualTo(2);
  }

  @Test
  void aCutBeforeCommitCommitsNothing() throws IOException {
    faults.cutNext(Cut.BEFORE_COMMIT, 1);
    assertCutAtCommit();
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void aCutAfterCommitHasCommittedAndDoesNotSaySo() throws IOException {
    faults.cutNext(Cut.AFTER_COMMIT, 1);
    assertCutAtCommit();
    assertThat(count()).isEqualTo("1");
  }

  private void assertCutAtCommit() throws IOException {
    RawClient client = client(0);
    ok(client, "BEGIN");
    ok(client, "INSERT INTO notes VALUES (1)");
    assertThatThrownBy(() -> client.simple("COMMIT")).isInstanceOf(IOException.class);
  }

  @Test
  void aRefusingEndpointTakesNobodyAndTheOtherServes() throws IOException {
    RawClient old = client(0);
    faults.endpoint(region(0), EndpointState.REFUSING);
    assertThatThrownBy(() -> old.simple("SELECT 1")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client(0)).isInstanceOf(java.net.ConnectException.class);
    ok(client(1), "SELECT 1");
    faults.endpoint(region(0), EndpointState.SERVING);
    ok(client(0), "SELECT 1");
  }

  @Test
  void aHangingEndpointKeepsConnectionsOpenAndSaysNothing() throws IOException {
    RawClient old = client(0);
    old.impatient(IMPATIENT_MILLIS);
    faults.endpoint(region(0), EndpointState.HANGING);
    assertThatThrownBy(() -> old.simple("SELECT 1")).isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(
            () -> RawClient.connectImpatiently(dsql.endpoints().getFirst(), IMPATIENT_MILLIS))
        .isInstanceOf(SocketTimeoutException.class);
    ok(client(1), "SELECT 1");
    faults.clear();
    ok(client(0), "SELECT 1");
    assertThatThrownBy(() -> old.unit()).isInstanceOf(IOException.class);
  }

  @Test
  void aHangingTransactionBlocksNobody() throws IOException {
    RawClient hanging = client(0);
    ok(hanging, "BEGIN");
    ok(hanging, "INSERT INTO notes VALUES (1)");
    faults.endpoint(region(0), EndpointState.HANGING);
    ok(client(1), "INSERT INTO notes VALUES (1)");
  }

  @Test
  void aDroppingEndpointCutsOnceAndTakesNewConnections() throws IOException {
    RawClient old = client(0);
    faults.endpoint(region(0), EndpointState.DROPPED);
    assertThatThrownBy(() -> old.simple("SELECT 1")).isInstanceOf(IOException.class);
    RawClient fresh = client(0);
    ok(fresh, "SELECT 1");
    ok(fresh, "SELECT 1");
  }

  @Test
  void latencyDelaysStatementsAndCommits() throws IOException {
    RawClient client = client(0);
    faults.latency(60, 200);
    long start = System.nanoTime();
    ok(client, "BEGIN");
    ok(client, "INSERT INTO notes VALUES (1)");
    ok(client, "COMMIT");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(260));
  }

  @Test
  void aKilledPostgresCutsItsClientsAndServesAgainWithItsData() throws IOException {
    RawClient idle = client(0);
    RawClient writing = client(0);
    ok(client(0), "INSERT INTO notes VALUES (1)");
    ok(writing, "BEGIN");
    ok(writing, "INSERT INTO notes VALUES (2)");
    dsql.killPostgres();
    for (RawClient client : List.of(idle, writing)) {
      client.impatient(10_000);
      assertThatThrownBy(() -> ok(client, "COMMIT")).isNotInstanceOf(SocketTimeoutException.class);
    }
    assertThatThrownBy(() -> client(0))
        .isInstanceOfSatisfying(
            RawClient.RefusedException.class,
            refused -> assertThat(refused.problem().sqlState()).isEqualTo("08006"));
    dsql.restartPostgres();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(count()).isEqualTo("1"));
    RawClient blocked = client(0);
    ok(blocked, "BEGIN");
    ok(blocked, "INSERT INTO notes VALUES (3)");
    ok(client(1), "INSERT INTO notes VALUES (3)");
    assertThat(blocked.simple("COMMIT").getLast().sqlState()).isEqualTo("40001");
  }
}
