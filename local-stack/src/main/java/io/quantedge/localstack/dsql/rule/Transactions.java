package io.quantedge.localstack.dsql.rule;

/** Statements that open and end transactions. Isolation is fixed, and there are no savepoints. */
final class Transactions {
  private Transactions() {}

  static Statement begin(Words words) {
    int level = words.indexOf(1, false, "ISOLATION", "LEVEL");
    if (level >= 0 && !words.at(level + 2, "REPEATABLE", "READ")) {
      return refused(words, isolation(words, level + 2));
    }
    return new Statement.Begin(words.sql());
  }

  static Statement commit(Words words) {
    return ending(words).isEmpty()
        ? new Statement.Commit(words.sql())
        : refused(words, unsupported(words.word(0) + " " + ending(words)));
  }

  static Statement rollback(Words words) {
    return switch (ending(words)) {
      case "" -> new Statement.Rollback(words.sql());
      case "TO" -> refused(words, Refusals.known("unsupported transaction statement: ROLLBACK TO"));
      default -> refused(words, unsupported(words.word(0) + " " + ending(words)));
    };
  }

  static Statement savepoint(Words words) {
    return refused(words, Refusals.known("unsupported transaction statement: " + words.word(0)));
  }

  /** The refusal of a level other than repeatable read, whose name starts at the index. */
  static Refusal isolation(Words words, int level) {
    return switch (words.word(level)) {
      case "SERIALIZABLE" -> Refusals.known("Unsupported isolation level: SERIALIZABLE");
      case "READ" -> Refusals.local("Unsupported isolation level: READ " + words.word(level + 1));
      default -> Refusals.local("Unsupported isolation level: " + words.word(level));
    };
  }

  /** What makes it more than the end of a transaction: TO, PREPARED, AND CHAIN. */
  private static String ending(Words words) {
    int at = words.skip(words.skip(1, "WORK"), "TRANSACTION");
    if (words.at(at, "AND", "NO", "CHAIN")) {
      return "";
    }
    return words.at(at, "AND", "CHAIN") ? "AND CHAIN" : words.word(at);
  }

  private static Refusal unsupported(String what) {
    return Refusals.local("unsupported transaction statement: " + what);
  }

  private static Statement refused(Words words, Refusal refusal) {
    return new Statement.Refused(words.sql(), refusal);
  }
}
