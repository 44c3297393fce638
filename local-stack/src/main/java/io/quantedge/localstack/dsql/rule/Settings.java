package io.quantedge.localstack.dsql.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SET, RESET, SHOW and DISCARD. Only settings that cannot undo the proxy's own work reach
 * PostgreSQL: not the isolation, the role, or how long to wait for a lock.
 */
final class Settings {
  /** Settings of a session that clients are known to send, and that harm nobody else. */
  private static final Set<String> ALLOWED =
      Set.of(
          "application_name",
          "bytea_output",
          "client_encoding",
          "client_min_messages",
          "datestyle",
          "extra_float_digits",
          "intervalstyle",
          "search_path",
          "standard_conforming_strings",
          "statement_timeout",
          "timezone");

  /** Recorded to be refused in these words. */
  private static final Set<String> KNOWN_REFUSED =
      Set.of("default_transaction_isolation", "transaction_isolation", "role");

  private static final Map<String, String> ANSWERS =
      Map.of(
          "server_version", "16.15",
          "server_version_num", "160015",
          "transaction_isolation", "repeatable read",
          "default_transaction_isolation", "repeatable read");

  private Settings() {}

  static Statement set(Words words) {
    int at = words.at(1, "LOCAL") || words.at(1, "SESSION") ? 2 : 1;
    if (words.at(1, "TRANSACTION") || words.at(1, "SESSION", "CHARACTERISTICS")) {
      return refused(words, transaction(words));
    }
    if (words.at(at, "AUTHORIZATION")) {
      return refused(words, refusal("session_authorization").orElseThrow());
    }
    if (words.at(at, "TIME", "ZONE") || words.at(at, "NAMES") || words.at(at, "CONSTRAINTS")) {
      return new Statement.Setting(words.sql());
    }
    return changed(words, name(words, at));
  }

  static Statement reset(Words words) {
    if (words.at(1, "SESSION", "AUTHORIZATION")) {
      return refused(words, refusal("session_authorization").orElseThrow());
    }
    if (words.at(1, "TIME", "ZONE")) {
      return new Statement.Setting(words.sql());
    }
    return changed(words, name(words, 1));
  }

  /** All but plans and sequence caches would take the session's role or its copies away. */
  static Statement discard(Words words) {
    return words.at(1, "PLANS") || words.at(1, "SEQUENCES")
        ? new Statement.Setting(words.sql())
        : refused(words, Refusals.local("unsupported statement: Discard " + words.word(1)));
  }

  static Statement show(Words words) {
    String name =
        words.at(1, "TRANSACTION", "ISOLATION", "LEVEL") ? "transaction_isolation" : name(words, 1);
    String answer = ANSWERS.getOrDefault(name, "");
    return answer.isEmpty()
        ? new Statement.Read(words.sql())
        : new Statement.Answered(words.sql(), List.of(name), List.of(answer), "SHOW");
  }

  /** Why a setting cannot be changed; empty if it can. */
  static Optional<Refusal> refusal(String name) {
    if (ALLOWED.contains(name) || name.startsWith("enable_")) {
      return Optional.empty();
    }
    Refusal known = Refusals.setting(name);
    boolean recorded = KNOWN_REFUSED.contains(name) || name.indexOf('.') >= 0;
    return Optional.of(recorded ? known : Refusals.local(known.message()));
  }

  private static Refusal transaction(Words words) {
    int level = words.indexOf(1, false, "ISOLATION", "LEVEL");
    return level >= 0 && words.at(level + 2, "SERIALIZABLE")
        ? Transactions.isolation(words, level + 2)
        : Refusals.setting("TRANSACTION");
  }

  private static Statement changed(Words words, String name) {
    return refusal(name)
        .map(refusal -> refused(words, refusal))
        .orElseGet(() -> new Statement.Setting(words.sql()));
  }

  private static String name(Words words, int index) {
    return words.nameAt(index).orElse("").replace("\"", "").toLowerCase(Locale.ROOT);
  }

  private static Statement refused(Words words, Refusal refusal) {
    return new Statement.Refused(words.sql(), refusal);
  }
}
