package io.quantedge.settlement.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.dsql.DsqlException;
import io.quantedge.dsql.DsqlFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date under Aurora DSQL's rules: one DDL statement for each SQL
 * transaction, never together with DML. Each step can be repeated, so two processes may start at
 * once, and one that died between a statement and its bookkeeping row is caught up by the next.
 */
final class SchemaMigrator {
  private static final Logger log = Logger.getLogger(SchemaMigrator.class);

  /** What a race for the same DDL looks like beside a conflict: duplicate table, type, catalog. */
  private static final Set<String> RACES = Set.of("42P07", "42710", "XX000");

  /** A role cannot be made IF NOT EXISTS; that it is there already is all that is wanted. */
  private static final Pattern CREATE_ROLE =
      Pattern.compile("(?s)(--[^\\n]*\\n|\\s)*CREATE ROLE .*");

  private static final String DUPLICATE_OBJECT = "42710";

  private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final int MAX_TRIES = 10;

  private static final String BOOK =
      """
      CREATE TABLE IF NOT EXISTS schema_migrations (
        version    integer      NOT NULL,
        name       varchar(200) NOT NULL,
        checksum   varchar(64)  NOT NULL,
        applied_at timestamptz  NOT NULL,
        PRIMARY KEY (version)
      )\
      """;

  private final Dsql dsql;
  private final Clock clock;

  /**
   * @param dsql as the role that owns the tables
   */
  SchemaMigrator(Dsql dsql, Clock clock) {
    this.dsql = dsql;
    this.clock = clock;
  }

  /**
   * @return how many migrations this run applied; fails with {@link SchemaRefusedException} if a
   *     migration that was applied is another one by now
   */
  Uni<Integer> migrate(List<Migration> migrations) {
    return racing(ddl(BOOK))
        .chain(this::applied)
        .map(applied -> missing(migrations, applied))
        .call(missing ->
            Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(this::apply)
                .collect()
                .asList())
        // Somebody may have applied another text under the same version at the same time.
        .call(() -> applied().map(applied -> missing(migrations, applied)))
        .map(List::size);
  }

  /**
   * @return the names of migrations that nobody has applied yet
   */
  Uni<List<String>> pending(List<Migration> migrations) {
    return applied()
        .map(applied -> missing(migrations, applied).stream().map(Migration::name).toList());
  }

  private Uni<Map<Integer, String>> applied() {
    return dsql.onConnection(connection ->
            connection.query("SELECT version, checksum FROM schema_migrations").execute())
        .map(rows -> {
          Map<Integer, String> applied = new HashMap<>();
          StreamSupport.stream(rows.spliterator(), false)
              .forEach((Row row) -> applied.put(row.getInteger(0), row.getString(1)));
          return applied;
        });
  }

  private static List<Migration> missing(List<Migration> migrations, Map<Integer, String> applied) {
    return migrations.stream()
        .filter(migration -> {
          String checksum = applied.get(migration.version());
          if (checksum != null && !checksum.equals(migration.checksum())) {
            throw new SchemaRefusedException(
                "migration "
                    + migration.name()
                    + " was changed after it had been applied to this store; undo the change"
                    + " and put it into a new migration (applied "
                    + checksum
                    + ", now "
                    + migration.checksum()
                    + ")");
          }
          return checksum == null;
        })
        .toList();
  }

  private Uni<Void> apply(Migration migration) {
    return racing(ddl(migration.sql()))
        .chain(() -> racing(book(migration)))
        .invoke(() -> log.infof("schema migrated name=%s", migration.name()));
  }

  private Uni<Void> ddl(String sql) {
    return dsql.onConnection(connection -> connection.query(sql).execute())
        .chain(this::finished)
        .onFailure(
            failure -> has(failure, Set.of(DUPLICATE_OBJECT)) && CREATE_ROLE.matcher(sql).matches())
        .recoverWithNull();
  }

  /** An index is built in the background, and the statement answers with the name of that job. */
  private Uni<Void> finished(RowSet<Row> answer) {
    boolean isJob = answer.columnsNames() != null && answer.columnsNames().contains("job_id");
    if (!isJob || !answer.iterator().hasNext()) {
      return Uni.createFrom().voidItem();
    }
    String jobId = answer.iterator().next().getString("job_id");
    if (!JOB_ID.matcher(jobId).matches()) {
      throw new IllegalStateException("'" + jobId + "' is no job id");
    }
    return dsql.onConnection(
            connection -> connection.query("CALL sys.wait_for_job('" + jobId + "')").execute())
        .replaceWithVoid();
  }

  private Uni<Void> book(Migration migration) {
    Tuple row =
        Tuple.of(
            migration.version(),
            migration.name(),
            migration.checksum(),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    return dsql.onConnection(connection ->
            connection
                .preparedQuery(
                    """
                    INSERT INTO schema_migrations (version, name, checksum, applied_at)
                    VALUES ($1, $2, $3, $4) ON CONFLICT (version) DO NOTHING\
                    """)
                .execute(row))
        .replaceWithVoid();
  }

  private static Uni<Void> racing(Uni<Void> step) {
    return step.onFailure(failure ->
            DsqlException.failureOf(failure) instanceof DsqlFailure.Conflict || has(failure, RACES))
        .retry()
        .withBackOff(Duration.ofMillis(20), Duration.ofMillis(500))
        .withJitter(0.5)
        .atMost(MAX_TRIES);
  }

  private static boolean has(Throwable failure, Set<String> sqlStates) {
    return DsqlException.failureOf(failure).sqlState().filter(sqlStates::contains).isPresent();
  }
}
