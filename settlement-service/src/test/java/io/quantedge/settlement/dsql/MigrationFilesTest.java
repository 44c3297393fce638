package io.quantedge.settlement.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.localstack.dsql.rule.Statement;
import io.quantedge.localstack.dsql.rule.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationFilesTest {
  @Test
  void theIndexNamesEveryFileOnceInOrder() throws IOException {
    List<String> indexed = MigrationFiles.all().stream().map(Migration::name).toList();

    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(indexed)
          .containsExactlyElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".sql"))
                  .sorted()
                  .toList());
    }
  }

  @Test
  void versionsHaveNoGaps() {
    List<Integer> versions = MigrationFiles.all().stream().map(Migration::version).toList();

    assertThat(versions)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, versions.size()).boxed().toList());
  }

  @Test
  void eachIsOneDdlStatementThatAuroraTakes() {
    assertThat(MigrationFiles.all())
        .allSatisfy(migration ->
            assertThat(Statements.parse(migration.sql()))
                .as(migration.name())
                .singleElement()
                .isInstanceOf(Statement.Ddl.class));
  }

  @Test
  void eachCanBeRepeated() {
    assertThat(MigrationFiles.all())
        .allSatisfy(migration ->
            assertThat(withoutComments(migration.sql()).strip())
                .as(migration.name())
                .matches(sql ->
                    sql.contains("IF NOT EXISTS")
                        || sql.startsWith("CREATE ROLE ")
                        || sql.startsWith("GRANT ")));
  }

  @Test
  void lineEndsDoNotChangeAChecksumAndTextDoes() {
    Migration unix = Migration.of("V001__a.sql", "CREATE TABLE a (\n  b integer\n)\n");
    Migration dos = Migration.of("V001__a.sql", "CREATE TABLE a (\r\n  b integer\r\n)\r\n");
    Migration other = Migration.of("V001__a.sql", "CREATE TABLE a (\n  b bigint\n)\n");

    assertThat(dos.checksum()).isEqualTo(unix.checksum());
    assertThat(other.checksum()).isNotEqualTo(unix.checksum());
  }

  @Test
  void aBadNameIsRefused() {
    assertThatThrownBy(() -> Migration.of("1_a.sql", "")).hasMessageContaining("'1_a.sql'");
  }

  private static String withoutComments(String sql) {
    return sql.lines().filter(line -> !line.startsWith("--")).reduce("", (a, b) -> a + "\n" + b);
  }
}
