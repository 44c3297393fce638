package io.quantedge.localstack.dsql.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Queries and changes of rows: what locks, what writes, and where to. */
final class Queries {
  private static final Set<String> DML = Set.of("INSERT", "UPDATE", "DELETE");
  private static final String LOCKS =
      "locking clauses other than FOR UPDATE/FOR KEY SHARE are not supported";

  private Queries() {}

  /** SELECT, VALUES, TABLE, a query in parentheses. */
  static Statement query(Words words) {
    return refusal(words)
        .map(refusal -> refused(words, refusal))
        .orElseGet(() -> words.containOutside("INTO") ? refused(words, into()) : read(words));
  }

  /** WITH, around a query or a change. */
  static Statement with(Words words) {
    Optional<Refusal> refusal = refusal(words);
    if (refusal.isPresent()) {
      return refused(words, refusal.get());
    }
    List<Integer> changes = changes(words);
    return changes.isEmpty()
        ? query(words)
        : new Statement.Write(words.sql(), table(words, changes.getLast()));
  }

  /** INSERT, UPDATE, DELETE. */
  static Statement write(Words words) {
    return refusal(words)
        .map(refusal -> refused(words, refusal))
        .orElseGet(() -> new Statement.Write(words.sql(), table(words, 0)));
  }

  /** A plan is read; one that is carried out must not write. */
  static Statement explain(Words words) {
    boolean carriedOut = words.contain("ANALYZE") || words.contain("ANALYSE");
    boolean harmful =
        DML.stream().anyMatch(words::contain) || words.contain("CREATE") || locks(words);
    return carriedOut && harmful
        ? refused(words, Refusals.local("EXPLAIN ANALYZE of a statement that writes or locks"))
        : new Statement.Read(words.sql());
  }

  /** Indexes of the words that begin a change: of the main statement or in parentheses. */
  private static List<Integer> changes(Words words) {
    return java.util.stream.IntStream.range(1, words.size())
        .filter(i -> DML.contains(words.word(i)))
        .filter(i -> words.symbolAt(i - 1, '(') || words.symbolAt(i - 1, ')'))
        .boxed()
        .toList();
  }

  private static Optional<String> table(Words words, int change) {
    int at = words.skip(words.skip(change + 1, "INTO"), "FROM");
    return words.nameAt(words.skip(at, "ONLY"));
  }

  private static Statement read(Words words) {
    boolean update = words.contain("FOR", "UPDATE");
    boolean keyShare = words.contain("FOR", "KEY", "SHARE");
    return update || keyShare
        ? new Statement.LockingRead(words.sql(), !update)
        : new Statement.Read(words.sql());
  }

  private static boolean locks(Words words) {
    return words.contain("FOR", "UPDATE") || words.contain("FOR", "KEY", "SHARE");
  }

  private static Optional<Refusal> refusal(Words words) {
    if (words.contain("FOR", "SHARE") || words.contain("FOR", "NO", "KEY", "UPDATE")) {
      return Optional.of(Refusals.known(LOCKS));
    }
    if (words.contain("TABLESAMPLE")) {
      return Optional.of(Refusals.known("TABLESAMPLE clause not supported"));
    }
    if (words.call(name -> name.equals("WAIT_FOR_JOB"))) {
      return Optional.of(
          new Refusal("42809", "sys.wait_for_job(text) is a procedure" + Refusals.LOCAL_WORDING));
    }
    if (words.call(Queries::isAdvisoryLock)) {
      return Optional.of(Refusals.local("advisory locks not supported"));
    }
    if (words.call(name -> name.equals("PG_NOTIFY"))) {
      return Optional.of(Refusals.unsupported("Notify"));
    }
    return settings(words).or(() -> setConfig(words));
  }

  /** This view is a setter too: an update of its rows changes the session. */
  private static Optional<Refusal> settings(Words words) {
    return DML.stream().anyMatch(words::contain) && words.mention("PG_SETTINGS")
        ? Optional.of(Refusals.local("pg_settings is read-only"))
        : Optional.empty();
  }

  private static boolean isAdvisoryLock(String function) {
    return function.startsWith("PG_ADVISORY_") || function.startsWith("PG_TRY_ADVISORY_");
  }

  /** A query can set what SET can, so the same is refused. */
  private static Optional<Refusal> setConfig(Words words) {
    for (int i = 0; i + 2 < words.size(); i++) {
      if (words.function(i).equals("SET_CONFIG")) {
        Optional<Refusal> refusal = Settings.refusal(literal(words.get(i + 2)));
        if (refusal.isPresent()) {
          return refusal;
        }
      }
    }
    return Optional.empty();
  }

  private static String literal(Token token) {
    return token.kind() == Token.Kind.STRING
        ? token.text().replace("'", "").toLowerCase(Locale.ROOT)
        : token.text();
  }

  private static Refusal into() {
    return Refusals.local("unsupported statement: CreateTableAs");
  }

  private static Statement refused(Words words, Refusal refusal) {
    return new Statement.Refused(words.sql(), refusal);
  }
}
