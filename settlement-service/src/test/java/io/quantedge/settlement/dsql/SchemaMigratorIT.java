package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaMigratorIT extends ServiceIT {
  private static final List<Migration> ALL = MigrationFiles.all();

  @Test
  void aSecondStartFindsNothingToDo() {
    SchemaMigrator migrator = migrator(emptyStore());

    assertThat(now(migrator.migrate(ALL))).isEqualTo(ALL.size());
    assertThat(now(migrator.migrate(ALL))).isZero();
  }

  @Test
  void fourThatStartAtOnceAllSucceedAndBookEachMigrationOnce() {
    Pool pool = emptyStore();
    List<Uni<Integer>> starts =
        Stream.generate(() -> migrator(pool).migrate(ALL)).limit(4).toList();

    List<Integer> applied = now(Uni.join().all(starts).andFailFast());

    assertThat(applied).hasSize(4);
    assertThat(
            now(pool.query("SELECT count(*) FROM schema_migrations").execute())
                .iterator()
                .next()
                .getInteger(0))
        .isEqualTo(ALL.size());
  }

  @Test
  void aMigrationThatWasChangedAfterwardsIsRefused() {
    SchemaMigrator migrator = migrator(emptyStore());
    now(migrator.migrate(ALL));
    List<Migration> changed = new ArrayList<>(ALL);
    changed.set(2, Migration.of(ALL.get(2).name(), ALL.get(2).sql() + " -- one more thing"));

    assertThatThrownBy(() -> now(migrator.migrate(changed)))
        .isInstanceOf(SchemaRefusedException.class)
        .hasMessageContaining("V003__ad_slots.sql was changed after it had been applied");
  }

  private Pool emptyStore() {
    return store.emptyStore("migration_" + UUID.randomUUID().toString().replace("-", ""));
  }

  private static SchemaMigrator migrator(Pool pool) {
    return new SchemaMigrator(pool, Clock.systemUTC());
  }
}
