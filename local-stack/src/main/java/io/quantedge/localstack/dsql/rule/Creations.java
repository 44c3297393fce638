package io.quantedge.localstack.dsql.rule;

import java.util.Locale;
import java.util.Optional;

/** CREATE of everything but indexes; what is not named here as supported is refused. */
final class Creations {
  private Creations() {}

  static Statement statement(Words words) {
    int at = words.skip(1, "OR", "REPLACE");
    int index = words.skip(at, "UNIQUE");
    if (words.at(index, "INDEX")) {
      return Indexes.created(words, index);
    }
    return refusal(words, at)
        .<Statement>map(refusal -> new Statement.Refused(words.sql(), refusal))
        .orElseGet(() -> new Statement.Ddl(words.sql(), words.sql(), Optional.empty()));
  }

  private static Optional<Refusal> refusal(Words words, int at) {
    return switch (words.word(at)) {
      case "TABLE" -> Tables.created(words, at);
      case "SEQUENCE" -> Columns.cache(words, "CREATE SEQUENCE");
      case "FUNCTION" -> function(words);
      case "VIEW", "RECURSIVE", "SCHEMA", "ROLE", "USER", "GROUP", "DOMAIN", "STATISTICS" ->
          Optional.empty();
      case "GLOBAL", "LOCAL", "TEMP", "TEMPORARY" -> Optional.of(temporary(words));
      case "UNLOGGED" ->
          Optional.of(Refusals.known("UNLOGGED table not supported for CREATE TABLE"));
      default -> Optional.of(unsupported(words, at));
    };
  }

  private static Refusal unsupported(Words words, int at) {
    return switch (words.word(at)) {
      case "MATERIALIZED" -> Refusals.unsupported("CreateTableAs");
      case "TRIGGER" -> Refusals.known("CREATE TRIGGER not supported");
      case "CONSTRAINT" -> Refusals.known("CREATE TRIGGER not supported");
      case "EXTENSION" -> Refusals.unsupported("CreateExtension");
      case "DATABASE" -> Refusals.unsupported("Createdb");
      case "TABLESPACE" -> Refusals.unsupported("CreateTableSpace");
      case "POLICY" -> Refusals.unsupported("CreatePolicy");
      case "PROCEDURE" -> Refusals.known("PROCEDURE is not supported");
      case "TYPE" -> type(words, words.afterName(at + 1));
      case "TEXT" -> Refusals.unsupported("Define");
      case "FOREIGN" ->
          words.at(at + 1, "TABLE")
              ? Refusals.unsupported("CreateForeignTable")
              : Refusals.local("unsupported statement: CREATE FOREIGN " + words.word(at + 1));
      default -> Refusals.local("unsupported statement: CREATE " + words.word(at));
    };
  }

  private static Refusal temporary(Words words) {
    return words.containOutside("TABLE")
        ? Refusals.known("TEMPORARY or TEMP table not supported for CREATE TABLE")
        : Refusals.local("TEMPORARY or TEMP not supported for CREATE");
  }

  private static Refusal type(Words words, int afterName) {
    if (words.at(afterName, "AS", "ENUM")) {
      return Refusals.known("CREATE TYPE not supported");
    }
    if (words.at(afterName, "AS", "RANGE")) {
      return Refusals.unsupported("CreateRange");
    }
    return words.at(afterName, "AS") && words.symbolAt(afterName + 1, '(')
        ? Refusals.unsupported("CompositeType")
        : Refusals.local("CREATE TYPE not supported");
  }

  /** Functions are in SQL, which is also what they are in if they do not say. */
  private static Optional<Refusal> function(Words words) {
    int at = words.indexOf(0, false, "LANGUAGE");
    if (at < 0 || at + 1 >= words.size()) {
      return Optional.empty();
    }
    String language = words.get(at + 1).text().replaceAll("['\"]", "").toLowerCase(Locale.ROOT);
    return language.equals("sql")
        ? Optional.empty()
        : Optional.of(
            Refusals.known("CREATE FUNCTION with language %s not supported".formatted(language)));
  }
}
