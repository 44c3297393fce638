package io.quantedge.settlement.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A proof on tables that differ from the exchange's would prove something else. */
@QuarkusTest
@NullUnmarked
class ProofTablesIT extends ServiceIT {

  @Test
  void theColumnsAreThoseOfTheExchangesOwnTables() {
    assertSame(
        """
        SELECT table_name || '.' || ordinal_position || ' ' || column_name || ' ' || data_type
          || coalesce('(' || character_maximum_length || ')', '')
          || coalesce('(' || numeric_precision || ',' || numeric_scale || ')', '')
          || ' null ' || is_nullable || coalesce(' default ' || column_default, '') AS line
        FROM information_schema.columns WHERE table_schema = $1\
        """);
  }

  @Test
  void soAreTheKeysAndTheChecks() {
    assertSame(
        """
        SELECT c.relname || ' ' || pg_get_constraintdef(k.oid) AS line
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1\
        """);
  }

  private void assertSame(String sql) {
    List<String> own = lines(sql, "public");
    assertThat(lines(sql, ProofRows.SCHEMA))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            own.stream().filter(ProofTablesIT::isOfProofs).toList());
    assertThat(tables(lines(sql, ProofRows.SCHEMA)))
        .containsExactlyInAnyOrderElementsOf(
            ProofRows.TABLES.stream().map(ProofRows.Table::name).toList());
  }

  private static boolean isOfProofs(String line) {
    return ProofRows.TABLES.stream().anyMatch(table -> line.matches(table.name() + "[. ].*"));
  }

  private static List<String> tables(List<String> lines) {
    return lines.stream().map(line -> line.split("[. ]", 2)[0]).collect(Collectors.toSet()).stream()
        .toList();
  }

  private List<String> lines(String sql, String schema) {
    return store.query(sql, schema).stream().map(row -> row.getString("line")).toList();
  }
}
