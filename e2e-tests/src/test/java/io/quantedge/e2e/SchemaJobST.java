package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.LocalDsql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The deployment's job: the packaged service migrates the schema as its owner, and ends. */
class SchemaJobST {
  private static final int PATIENCE_SECONDS = 90;

  @Test
  void theJobMigratesAndEndsAndFindsNothingToDoTheNextTime() throws Exception {
    try (LocalDsql dsql = LocalDsql.start()) {
      assertThat(runJob(dsql)).isZero();
      long applied = applied(dsql);
      assertThat(applied).isGreaterThan(15);

      assertThat(runJob(dsql)).isZero();
      assertThat(applied(dsql)).isEqualTo(applied);
    }
  }

  private static int runJob(LocalDsql dsql) throws IOException, InterruptedException {
    Path application =
        ExchangeHome.find().root().resolve("settlement-service/target/quarkus-app/quarkus-run.jar");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-jar",
            application.toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "EXCHANGE_SETTLEMENT_SCHEMA_APPLY", "AND_EXIT",
                "EXCHANGE_SETTLEMENT_STORE_ENDPOINTS", dsql.endpointList(),
                "EXCHANGE_SETTLEMENT_STORE_CA_FILE", dsql.caFile().toString(),
                "QUARKUS_HTTP_PORT", "0",
                // Nobody listens there: the job needs no broker.
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9"));
    Process job = builder.inheritIO().start();
    try {
      assertThat(job.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("the job ended").isTrue();
      return job.exitValue();
    } finally {
      job.destroyForcibly();
    }
  }

  private static long applied(LocalDsql dsql) throws SQLException {
    String url = "jdbc:" + dsql.reactiveUrl();
    try (Connection connection =
            DriverManager.getConnection(url, dsql.username(), dsql.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM schema_migrations")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
