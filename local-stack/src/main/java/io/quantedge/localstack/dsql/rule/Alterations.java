package io.quantedge.localstack.dsql.rule;

import java.util.Optional;

/** ALTER and DROP; of a table, what Aurora DSQL documents and was seen to take. */
final class Alterations {
  private Alterations() {}

  static Statement alter(Words words) {
    if (words.at(1, "TABLE", "ASYNC") && words.containOutside("VALIDATE", "CONSTRAINT")) {
      return Jobs.job(words, words.without(2, 3));
    }
    return ddl(words, altered(words));
  }

  static Statement drop(Words words) {
    return ddl(words, dropped(words));
  }

  private static Optional<Refusal> altered(Words words) {
    return switch (words.word(1)) {
      case "TABLE" -> table(words);
      case "TYPE" ->
          Optional.of(
              Refusals.known(
                  words.containOutside("RENAME")
                      ? "unsupported object in RENAME statement"
                      : "ALTER TYPE not supported"));
      case "SYSTEM" -> Optional.of(Refusals.unsupported("AlterSystem"));
      case "ROLE",
          "USER",
          "GROUP",
          "SCHEMA",
          "VIEW",
          "FUNCTION",
          "DOMAIN",
          "SEQUENCE",
          "INDEX",
          "STATISTICS",
          "DEFAULT" ->
          Optional.empty();
      default -> Optional.of(Refusals.local("unsupported statement: ALTER " + words.word(1)));
    };
  }

  private static Optional<Refusal> dropped(Words words) {
    return switch (words.word(1)) {
      case "TYPE" -> Optional.of(Refusals.known("unsupported object in DROP statement"));
      case "INDEX" ->
          words.at(2, "CONCURRENTLY")
              ? Optional.of(Refusals.local("CONCURRENTLY not supported for DROP INDEX"))
              : Optional.empty();
      case "TABLE",
          "VIEW",
          "FUNCTION",
          "SCHEMA",
          "ROLE",
          "USER",
          "GROUP",
          "DOMAIN",
          "SEQUENCE",
          "STATISTICS" ->
          Optional.empty();
      default -> Optional.of(Refusals.local("unsupported object in DROP statement"));
    };
  }

  private static Optional<Refusal> table(Words words) {
    int name = words.skip(words.skip(2, "IF", "EXISTS"), "ONLY");
    int actions = words.afterName(name);
    int first = words.symbolAt(actions, '*') ? actions + 1 : actions;
    return words.items(Math.min(first, words.size()), words.size()).stream()
        .map(Alterations::action)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> action(Words action) {
    return switch (action.word(0)) {
      case "ADD" -> added(action);
      case "ALTER" -> column(action);
      case "VALIDATE" ->
          Optional.of(Refusals.known("unsupported ALTER TABLE VALIDATE CONSTRAINT statement"));
      case "ENABLE", "DISABLE", "FORCE", "NO" ->
          Optional.of(
              action.containOutside("ROW")
                  ? Refusals.known("unsupported ALTER TABLE ENABLE ROW SECURITY")
                  : unsupported(action));
      case "SET" -> action.at(1, "SCHEMA") ? Optional.empty() : Optional.of(unsupported(action));
      case "DROP", "RENAME", "OWNER", "" -> Optional.empty();
      default -> Optional.of(unsupported(action));
    };
  }

  private static Optional<Refusal> added(Words action) {
    return switch (action.word(1)) {
      case "CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "EXCLUDE" ->
          action.containOutside("NOT", "VALID") || action.containOutside("USING", "INDEX")
              ? Optional.empty()
              : Optional.of(Refusals.known("unsupported ALTER TABLE ADD CONSTRAINT statement"));
      default -> {
        int column = action.skip(action.skip(1, "COLUMN"), "IF", "NOT", "EXISTS");
        yield Columns.added(
            action.items(Math.min(column, action.size()), action.size()).getFirst());
      }
    };
  }

  private static Optional<Refusal> column(Words action) {
    if (action.at(1, "CONSTRAINT")) {
      return Optional.empty();
    }
    int change = action.afterName(action.skip(1, "COLUMN"));
    if (action.at(change, "TYPE") || action.at(change, "SET", "DATA", "TYPE")) {
      return Optional.of(changed("SET DATA TYPE"));
    }
    if (action.at(change, "SET", "NOT", "NULL")) {
      return Optional.of(changed("SET NOT NULL"));
    }
    if (action.at(change, "SET", "STATISTICS")) {
      return Optional.of(changed("SET STATISTICS"));
    }
    if (action.at(change, "ADD", "GENERATED")) {
      return Columns.cache(action, "identity column");
    }
    return action.at(change, "SET", "COMPRESSION") || action.symbolAt(change + 1, '(')
        ? Optional.of(unsupported(action))
        : Optional.empty();
  }

  private static Refusal changed(String what) {
    return Refusals.known("unsupported ALTER TABLE ALTER COLUMN ... %s statement".formatted(what));
  }

  private static Refusal unsupported(Words action) {
    return Refusals.local(
        "unsupported ALTER TABLE %s %s statement".formatted(action.word(0), action.word(1)));
  }

  private static Statement ddl(Words words, Optional<Refusal> refusal) {
    return refusal
        .<Statement>map(reason -> new Statement.Refused(words.sql(), reason))
        .orElseGet(() -> new Statement.Ddl(words.sql(), words.sql(), Optional.empty()));
  }
}
