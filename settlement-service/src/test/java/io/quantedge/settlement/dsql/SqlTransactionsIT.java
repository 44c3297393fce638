package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class SqlTransactionsIT extends ServiceIT {
  private static final String INSERT =
      """
      INSERT INTO slot_events (slot_id, event_no, event_type, occurred_at, recorded_at)
      VALUES ('%s', 1, 'OPEN', now(), now())\
      """;

  @Inject SqlTransactions transactions;

  @Test
  void aCommitThatTheServerTurnsIntoARollbackIsNoSuccess() {
    String slotId = fresh("slot");

    assertThatThrownBy(() ->
            now(
                transactions.run(connection ->
                    connection
                        .query(INSERT.formatted(slotId))
                        .execute()
                        .chain(() -> connection.query("SELECT 1/0").execute())
                        .onFailure()
                        .recoverWithNull())))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("25P02");
    assertThat(store.count("SELECT count(*) FROM slot_events WHERE slot_id = $1", slotId)).isZero();
  }

  @Test
  void aFailedTransactionLeavesNothingBehindOnItsConnection() {
    Stream.generate(() ->
            transactions
                .run(connection -> connection.query("SELECT 1/0").execute())
                .onFailure()
                .recoverWithNull())
        .limit(30)
        .forEach(failing -> failing.await().indefinitely());

    assertThat(
            store.count(
                "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"))
        .isZero();
    String isolation =
        now(
            transactions.run(connection ->
                connection
                    .query("SHOW transaction_isolation")
                    .execute()
                    .map(rows -> rows.iterator().next().getString(0))));
    assertThat(isolation).isEqualTo("repeatable read");
  }

  @Test
  void whatWorkThrowsRollsBack() {
    String slotId = fresh("slot");

    assertThatThrownBy(() ->
            now(
                transactions.run(connection ->
                    connection
                        .query(INSERT.formatted(slotId))
                        .execute()
                        .chain(() ->
                            Uni.createFrom().failure(new IllegalStateException("unbalanced"))))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("unbalanced");
    assertThat(store.count("SELECT count(*) FROM slot_events WHERE slot_id = $1", slotId)).isZero();
  }
}
