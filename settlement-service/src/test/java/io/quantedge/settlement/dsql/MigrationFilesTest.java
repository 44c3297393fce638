package io.quantedge.settlement.dsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationFilesTest {
  /** What Aurora DSQL refuses, or takes only in another form. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(serial|bigserial|sequence|references|foreign|create\\s+(unique\\s+)?index|trigger"
              + "|truncate|temp|temporary|enum|extension|inherits|identity)\\b|\\[\\]");

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
  void eachIsOneStatementThatCanBeRepeatedAndThatAuroraTakes() {
    assertThat(MigrationFiles.all())
        .allSatisfy(migration -> {
          String sql = withoutComments(migration.sql()).toLowerCase(Locale.ROOT);
          assertThat(sql).as(migration.name()).doesNotContain(";");
          assertThat(sql).as(migration.name()).contains("if not exists");
          assertThat(FORBIDDEN.matcher(sql).find()).as(migration.name()).isFalse();
        });
  }

  @Test
  void whatPlainPostgresDoesNotTakeWaitsWithNumbersThatFollow() throws IOException {
    List<Migration> waiting;
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration/pending"))) {
      waiting = files.sorted().map(MigrationFilesTest::migration).toList();
    }

    int applied = MigrationFiles.all().size();
    assertThat(waiting)
        .extracting(Migration::version)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(applied + 1, applied + waiting.size()).boxed().toList());
    assertThat(waiting)
        .allSatisfy(migration ->
            assertThat(withoutComments(migration.sql()).strip())
                .as(migration.name())
                .doesNotContain(";")
                .matches(text ->
                    text.startsWith("CREATE ROLE ")
                        || text.startsWith("GRANT ")
                        || text.startsWith("CREATE INDEX ASYNC IF NOT EXISTS ")));
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

  private static Migration migration(Path file) {
    try {
      return Migration.of(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutComments(String sql) {
    return sql.lines().filter(line -> !line.startsWith("--")).reduce("", (a, b) -> a + "\n" + b);
  }
}
