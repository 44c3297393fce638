package io.quantedge.localstack.dsql.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, nothing of it is lost and nothing is thrown. */
class StatementsProperties {
  private static final int TEXTS = 20_000;
  private static final int MAXIMUM_PARTS = 24;

  private static final List<String> PARTS =
      List.of(
          "SELECT",
          "INSERT INTO",
          "UPDATE",
          "DELETE FROM",
          "WITH",
          "CREATE",
          "TABLE",
          "INDEX",
          "ASYNC",
          "UNIQUE",
          "ALTER",
          "ADD",
          "COLUMN",
          "CONSTRAINT",
          "DROP",
          "FUNCTION",
          "LANGUAGE",
          "BEGIN",
          "ATOMIC",
          "END",
          "CASE",
          "COMMIT",
          "ROLLBACK",
          "TO",
          "SET",
          "TRANSACTION",
          "ISOLATION",
          "LEVEL",
          "SHOW",
          "FOR",
          "KEY",
          "SHARE",
          "AS",
          "IDENTITY",
          "CACHE",
          "GENERATED",
          "TYPE",
          "SEQUENCE",
          "ON",
          "SCHEMA",
          "AWS",
          "IAM",
          "GRANT",
          "set_config",
          "EXPLAIN",
          "ANALYZE",
          "(",
          ")",
          ",",
          ";",
          ".",
          "*",
          "[",
          "]",
          "'",
          "''",
          "\"",
          "$$",
          "$a$",
          "$1",
          "$",
          "E'",
          "\\",
          "\\'",
          "U&'",
          "U&\"",
          "--",
          "/*",
          "*/",
          "\n",
          " ",
          "\t",
          "a",
          "\"B\"",
          "1",
          "2.5e-3",
          "é",
          "\u0000",
          "\uD83D\uDE00",
          ":",
          "=",
          "<>");

  @ParameterizedTest
  @ValueSource(longs = {1, 20260922, 77})
  void thePiecesMakeUpTheTextAndEveryTokenStandsWhereItSays(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int n = 0; n < TEXTS; n++) {
      String sql = text(random);
      List<Piece> pieces = Splitter.split(sql);
      assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
          .as("seed %d text %d", seed, n)
          .isEqualTo(sql);
      pieces.forEach(piece -> assertInside(piece, sql));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20260923, 78})
  void anyTextIsSortedWithoutAnError(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int n = 0; n < TEXTS; n++) {
      String sql = text(random);
      for (Statement statement : Statements.parse(sql)) {
        assertThat(sql).as("seed %d text %d", seed, n).contains(statement.sql());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 20260924, 79})
  void aSemicolonInALiteralNeverCutsAndOneOutsideAlwaysDoes(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int n = 0; n < TEXTS / 10; n++) {
      String body = text(random);
      String literal = "'" + body.replace("'", "''") + "'";
      String name = "\"" + body.replace("\"", "\"\"") + "\"";
      assertThat(Statements.parse("SELECT %s AS %s; COMMIT".formatted(literal, name)))
          .as("seed %d text %d: %s", seed, n, body)
          .containsExactly(
              new Statement.Read("SELECT %s AS %s".formatted(literal, name)),
              new Statement.Commit("COMMIT"));
    }
  }

  private static void assertInside(Piece piece, String sql) {
    int end = piece.start();
    for (Token token : piece.tokens()) {
      assertThat(token.start()).as(sql).isGreaterThanOrEqualTo(end);
      assertThat(token.end()).as(sql).isGreaterThan(token.start());
      end = token.end();
    }
    assertThat(end).as(sql).isLessThanOrEqualTo(piece.end());
  }

  private static String text(RandomGenerator random) {
    int parts = random.nextInt(MAXIMUM_PARTS + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
      if (random.nextBoolean()) {
        text.append(' ');
      }
    }
    return text.toString();
  }
}
