package io.quantedge.dsql;

import static io.quantedge.dsql.Database.failureOf;
import static io.quantedge.dsql.Database.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantedge.dsql.DsqlFailure.Conflict;
import io.quantedge.dsql.DsqlFailure.TooLarge;
import io.quantedge.dsql.DsqlFailure.Unavailable;
import io.quantedge.dsql.DsqlFailure.UnknownOutcome;
import io.quantedge.localstack.DsqlFaults;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.dsql.access.LocalCredentials;
import io.quantedge.localstack.dsql.access.LocalTokens;
import io.quantedge.localstack.dsql.fault.Cut;
import io.quantedge.localstack.dsql.fault.EndpointState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Through TLS, with signed tokens, under Aurora DSQL's rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalDsqlIT {
  private static final String WORKER = "exchange_worker";

  private final Vertx vertx = Vertx.vertx();
  private final List<Dsql> opened = new ArrayList<>();
  private LocalDsql local;
  private DsqlFaults faults;

  @BeforeAll
  void start() {
    local = LocalDsql.start();
    faults = new DsqlFaults(local.adminUri());
    Dsql admin = as("admin", "connection-timeout", "20s", "connect-timeout", "20s");
    Stream.of(
            "CREATE TABLE notes (id int PRIMARY KEY, text varchar(100))",
            "CREATE ROLE " + WORKER + " WITH LOGIN",
            "GRANT SELECT, INSERT ON notes TO " + WORKER)
        .forEach(ddl -> now(admin.onConnection(connection -> connection.query(ddl).execute())));
  }

  @AfterAll
  void stop() {
    faults.close();
    local.close();
    vertx.closeAndAwait();
  }

  @AfterEach
  void tidy() {
    faults.clear();
    opened.forEach(Dsql::close);
    opened.clear();
    Dsql admin = as("admin");
    now(admin.onConnection(connection -> connection.query("DELETE FROM notes").execute()));
  }

  private DsqlBuilder builder(String... properties) {
    String endpoints =
        local.endpoints().stream()
            .map(each -> each.region() + "@" + each.host() + ":" + each.port())
            .collect(Collectors.joining(","));
    String[] all =
        Stream.concat(
                Stream.of("endpoints", endpoints, "ca-file", local.caFile().toString()),
                Arrays.stream(properties))
            .toArray(String[]::new);
    return Dsql.builder(vertx, Configs.of(all));
  }

  private Dsql open(DsqlBuilder builder) {
    Dsql dsql = builder.open();
    opened.add(dsql);
    return dsql;
  }

  private Dsql as(String role, String... properties) {
    return open(builder(properties).role(role));
  }

  private static Uni<Integer> insert(Dsql dsql, int id) {
    return dsql.transaction(connection ->
        connection
            .preparedQuery("INSERT INTO notes VALUES ($1, $2)")
            .execute(Tuple.of(id, "x"))
            .map(rows -> rows.rowCount()));
  }

  private long count() {
    return now(
        as("admin")
            .transaction(connection ->
                connection
                    .query("SELECT count(*) FROM notes")
                    .execute()
                    .map(rows -> rows.iterator().next().getLong(0))));
  }

  @Test
  void aRoleWorksWithTokensOfItsOwnAndWithItsGrantsAlone() {
    Dsql worker = as(WORKER);

    assertThat(now(insert(worker, 1))).isEqualTo(1);
    DsqlFailure refused =
        failureOf(
            worker.transaction(connection -> connection.query("DELETE FROM notes").execute()));

    assertThat(refused.sqlState()).hasValue("42501");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aServerOfAnotherAuthorityIsNotTrusted(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    Path other = Files.writeString(folder.resolve("other.pem"), someOtherAuthority());

    assertThat(failureOf(insert(as(WORKER, "ca-file", other.toString()), 1)))
        .isInstanceOf(Unavailable.class);
    assertThat(failureOf(insert(open(withoutCaFile()), 1))).isInstanceOf(Unavailable.class);
    assertThat(count()).isZero();
  }

  @Test
  void anAuthorityThatIsRenewedIsTrustedWithoutARestart(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve("ca.pem");
    Dsql worker = as(WORKER, "ca-file", file.toString(), "trial-interval", "50ms");
    assertThat(failureOf(insert(worker, 1)).detail()).contains(file.toString());
    Files.writeString(file, someOtherAuthority());
    assertThat(failureOf(insert(worker, 1))).isInstanceOf(Unavailable.class);

    Files.copy(local.caFile(), file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(now(insert(worker, 1))).isEqualTo(1);
  }

  @Test
  void aServerOfAnotherNameIsNotTrusted() {
    // The whole of 127/8 is this machine on Linux; elsewhere there is nothing to show.
    assumeTrue(System.getProperty("os.name").startsWith("Linux"));
    try (Link link = new Link("127.0.0.2", "localhost", local.endpoints().getFirst().port())) {
      AwsTokens tokens = AwsTokens.ofLocalKey(Duration.ofMinutes(15));
      DsqlEndpoint rightName = DsqlEndpoint.parse("us-east-1@localhost");
      Dsql misled =
          open(
              Dsql.builder(
                      vertx,
                      Configs.of(
                          "endpoints",
                          "us-east-1@127.0.0.2:" + link.port(),
                          "ca-file",
                          local.caFile().toString()))
                  .role(WORKER)
                  .tokens((endpoint, role) -> tokens.token(rightName, role)));

      assertThat(failureOf(insert(misled, 1))).isInstanceOf(Unavailable.class);
      assertThat(link.accepted()).isPositive();
      assertThat(count()).isZero();
    }
  }

  @Test
  void anExpiredTokenIsRefused() {
    Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-16));
    LocalTokens old = new LocalTokens(LocalCredentials.DEFAULT, earlier);
    Dsql late =
        open(
            builder()
                .role(WORKER)
                .tokens((endpoint, role) ->
                    Uni.createFrom()
                        .item(() -> old.token(endpoint.host(), endpoint.region(), role))));

    DsqlFailure failure = failureOf(insert(late, 1));

    assertThat(failure).isInstanceOf(Unavailable.class);
    assertThat(failure.sqlState().orElseThrow()).startsWith("28");
    assertThat(failure.detail()).doesNotContain("X-Amz-Signature");
  }

  @Test
  void aTokenOfOneRoleDoesNotOpenAnother() {
    AwsTokens tokens = AwsTokens.ofLocalKey(Duration.ofMinutes(15));
    Dsql climber =
        open(builder().role("admin").tokens((endpoint, role) -> tokens.token(endpoint, WORKER)));

    assertThat(failureOf(insert(climber, 1)).sqlState().orElseThrow()).startsWith("28");
  }

  @Test
  void aConflictComesAtCommitWithItsCodeAndCostsNoConnection() {
    AtomicInteger openings = new AtomicInteger();
    Dsql worker =
        open(
            builder("pool-size", "1")
                .role(WORKER)
                .listener(
                    new DsqlListener() {
                      @Override
                      public void connectionOpened(DsqlEndpoint endpoint, Duration took) {
                        openings.incrementAndGet();
                      }
                    }));
    faults.conflictNext("OC000", 3);

    for (int i = 0; i < 3; i++) {
      assertThat(failureOf(insert(worker, 1)))
          .isInstanceOfSatisfying(
              Conflict.class, conflict -> assertThat(conflict.code()).hasValue("OC000"));
    }
    assertThat(now(insert(worker, 1))).isEqualTo(1);
    assertThat(openings).hasValue(1);
    assertThat(worker.failovers()).isEmpty();
  }

  @Test
  void twoWritersOfOneRowBothGoOnAndTheSecondToCommitLoses() {
    Dsql worker = as("admin");
    now(insert(worker, 1));

    DsqlFailure late =
        failureOf(
            worker.transaction(connection ->
                connection
                    .query("UPDATE notes SET text = 'late' WHERE id = 1")
                    .execute()
                    .chain(() ->
                        worker.transaction(other ->
                            other
                                .query("UPDATE notes SET text = 'first' WHERE id = 1")
                                .execute()))));

    assertThat(late).isInstanceOf(Conflict.class);
    assertThat(late.code()).hasValue("OC000");
  }

  @Test
  void moreRowsThanASqlTransactionMayHaveAreTooLarge() {
    String rows =
        IntStream.rangeClosed(1, 3_001)
            .mapToObj(id -> "(" + id + ", 'x')")
            .collect(Collectors.joining(","));

    DsqlFailure failure =
        failureOf(
            as(WORKER)
                .transaction(
                    connection -> connection.query("INSERT INTO notes VALUES " + rows).execute()));

    assertThat(failure).isInstanceOf(TooLarge.class);
    assertThat(count()).isZero();
  }

  @Test
  void aLostAnswerToCommitIsUnknownWhetherCommittedOrNot() {
    Dsql worker = as(WORKER);
    now(insert(worker, 1));
    faults.cutNext(Cut.AFTER_COMMIT, 1);
    assertThat(failureOf(insert(worker, 2))).isInstanceOf(UnknownOutcome.class);
    assertThat(count()).isEqualTo(2);

    now(insert(worker, 3));
    faults.cutNext(Cut.BEFORE_COMMIT, 1);
    assertThat(failureOf(insert(worker, 4))).isInstanceOf(UnknownOutcome.class);
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void everyConnectionHasItsFirstStatementsBehindItAfterAFailoverToo() {
    Dsql admin = as("admin");
    Stream.of(
            "CREATE SCHEMA IF NOT EXISTS apart",
            "CREATE TABLE IF NOT EXISTS apart.notes (id int PRIMARY KEY, text varchar(100))",
            "GRANT USAGE ON SCHEMA apart TO " + WORKER,
            "GRANT SELECT, INSERT, DELETE ON apart.notes TO " + WORKER)
        .forEach(ddl -> now(admin.onConnection(connection -> connection.query(ddl).execute())));
    Dsql apart =
        open(
            builder("statement-timeout", "1s", "connect-timeout", "2s", "connection-timeout", "20s")
                .role(WORKER)
                .onNewConnection("SET search_path TO apart", "SET application_name TO 'apart'"));

    now(
        Uni.join()
            .all(IntStream.range(0, 6).mapToObj(id -> insert(apart, id)).toList())
            .andFailFast());
    faults.endpoint("us-east-1", EndpointState.HANGING);
    failureOf(insert(apart, 6));
    now(insert(apart, 7));

    assertThat(apart.region()).isEqualTo("eu-west-1");
    faults.clear();
    assertThat(count()).as("rows in the table of the same name elsewhere").isZero();
    String seen =
        now(
            apart.transaction(connection ->
                connection
                    .preparedQuery(
                        "SELECT count(*) || ' ' || current_setting('application_name') FROM notes")
                    .execute()
                    .map(rows -> rows.iterator().next().getString(0))));
    assertThat(seen).isEqualTo("7 apart");
    now(apart.onConnection(connection -> connection.query("DELETE FROM notes").execute()));
  }

  @Test
  void aConnectionWhoseFirstStatementFailsNeverComesAbout() {
    Dsql refused = open(builder().role(WORKER).onNewConnection("SELECT no_such_function()"));

    DsqlFailure failure = failureOf(insert(refused, 1));

    assertThat(failure.sqlState()).hasValue("42883");
    assertThat(count()).isZero();
  }

  @Test
  void aHangingRegionIsLeftAfterTheFirstTimeout() {
    Dsql worker = as(WORKER, "statement-timeout", "700ms", "connect-timeout", "1500ms");
    now(insert(worker, 1));
    faults.endpoint("us-east-1", EndpointState.HANGING);

    DsqlFailure first = failureOf(insert(worker, 2));
    int second = now(insert(worker, 3));

    assertThat(first).isInstanceOf(Unavailable.class);
    assertThat(second).isEqualTo(1);
    assertThat(worker.region()).isEqualTo("eu-west-1");
    assertThat(worker.failovers()).hasSize(1);
  }

  private DsqlBuilder withoutCaFile() {
    String endpoints =
        local.endpoints().stream()
            .map(each -> each.region() + "@" + each.host() + ":" + each.port())
            .collect(Collectors.joining(","));
    return Dsql.builder(vertx, Configs.of("endpoints", endpoints)).role(WORKER);
  }

  /** One that this Java installation knows. */
  private static String someOtherAuthority() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    @Nullable KeyStore none = null;
    factory.init(none);
    X509Certificate known =
        Arrays.stream(factory.getTrustManagers())
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
            .findFirst()
            .orElseThrow();
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(known.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
  }
}
