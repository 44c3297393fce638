package io.quantedge.settlement.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.application.proof.Books;
import io.quantedge.settlement.application.proof.Ground;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.dsql.ProofGrounds.Settling;
import io.quantedge.settlement.dsql.ProofRows.Table;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The tables of proofs, for one proof: connections for its workers, and others for its books, which
 * do not suffer what the workers' do. Thread-safe.
 */
final class ProofGround implements Ground {
  private static final Logger log = Logger.getLogger(ProofGround.class);
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);
  private static final Duration CLEANED_WITHIN = Duration.ofSeconds(20);
  private static final int TRIES = 3;

  private final String prefix;
  private final Dsql workers;
  private final SqlTransactions books;
  private final Dsql booksDsql;
  private final TruthStore store;
  private final Parts parts;

  /**
   * @param transactions the workers'
   */
  record Parts(SqlTransactions transactions, Settling settling, Clock clock) {}

  ProofGround(String prefix, Dsql workers, Dsql books, TruthStore store, Parts parts) {
    this.prefix = prefix;
    this.workers = workers;
    this.booksDsql = books;
    this.books = new SqlTransactions(books, parts.settling().gate());
    this.store = store;
    this.parts = parts;
  }

  @Override
  public TruthStore store() {
    return store;
  }

  @Override
  public String region() {
    return workers.region();
  }

  /** All are taken at once, so each needs one of its own. */
  @Override
  public Uni<Void> warm(int connections) {
    AtomicInteger arrived = new AtomicInteger();
    CompletableFuture<Void> complete = new CompletableFuture<>();
    Function<SqlConnection, Uni<Void>> meet =
        connection ->
            connection
                .query("SELECT 1")
                .execute()
                .invoke(() -> {
                  if (arrived.incrementAndGet() == connections) {
                    complete.complete(null);
                  }
                })
                .chain(() -> Uni.createFrom().completionStage(complete.copy()));
    return Uni.join()
        .all(Stream.generate(() -> parts.transactions().run(meet)).limit(connections).toList())
        .andFailFast()
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> define(List<Account> accounts) {
    Instant before = parts.clock().instant().minus(LEFT_BEHIND);
    return each((connection, table) -> ProofRows.sweep(connection, table, before))
        .chain(() ->
            books.run(connection ->
                Multi.createFrom()
                    .iterable(accounts)
                    .onItem()
                    .transformToUniAndConcatenate(account ->
                        parts
                            .settling()
                            .accounts()
                            .insert(connection, account, parts.clock().instant()))
                    .collect()
                    .asList()
                    .replaceWithVoid()));
  }

  @Override
  public Uni<Books> read() {
    return books.run(connection -> ProofRows.read(connection, prefix));
  }

  @Override
  public List<Change> changes() {
    return workers.failovers().stream()
        .map(failover ->
            new Change(
                failover.openedAt(),
                failover.detection(),
                failover.switching(),
                failover.firstSuccess()))
        .toList();
  }

  @Override
  public void close() {
    workers.close();
    try {
      each((connection, table) -> ProofRows.delete(connection, table, prefix))
          .await()
          .atMost(CLEANED_WITHIN);
    } catch (RuntimeException e) {
      // A later proof sweeps up; the tables are apart, so nobody else minds.
      log.warnf("rows of a proof stay for now prefix=%s cause=%s", prefix, e.getMessage());
    } finally {
      booksDsql.close();
    }
  }

  /** Something with rows of a table. */
  private interface Deletion {
    Uni<Integer> from(SqlConnection connection, Table table);
  }

  /** One SQL transaction for each table, for each may have as many rows as one takes. */
  private Uni<Void> each(Deletion deletion) {
    return Multi.createFrom()
        .iterable(ProofRows.TABLES)
        .onItem()
        .transformToUniAndConcatenate(table ->
            books
                .run(connection -> deletion.from(connection, table))
                .onFailure()
                .retry()
                .atMost(TRIES))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
