package io.quantedge.settlement.dsql;

import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure of the store means. It matches SQLSTATE and Aurora DSQL's code, never the
 * wording, which differs between documentation, cluster and PostgreSQL.
 */
final class StoreFailures {
  /** Serialization failure; deadlock; and 23505, for every unique key of ours is deterministic. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

  /** Connection, authorization, resources, operator, system: not the outcome's fault. */
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "28", "53", "57", "58");

  /** Lock timeout, read-only endpoint, no such database, missing grant. */
  private static final Set<String> UNAVAILABLE = Set.of("55P03", "25006", "3D000", "42501");

  private static final Pattern CODE = Pattern.compile("\\bOC\\d{3}\\b");

  private StoreFailures() {}

  /**
   * @param commitSent whether COMMIT was on its way, so that silence leaves its result unknown
   */
  static StoreException of(Throwable thrown, boolean commitSent) {
    return thrown instanceof StoreException known
        ? known
        : new StoreException(classify(thrown, commitSent), thrown);
  }

  private static StoreFailure classify(Throwable thrown, boolean commitSent) {
    if (thrown instanceof PgException answer) {
      return ofAnswer(answer, commitSent);
    }
    if (!isLostConnection(thrown)) {
      return new StoreFailure.Permanent(String.valueOf(thrown));
    }
    String detail = "no answer from the truth store: " + thrown;
    return commitSent
        ? new StoreFailure.UnknownOutcome(Optional.empty(), Optional.empty(), detail)
        : new StoreFailure.Unavailable(Optional.empty(), Optional.empty(), detail);
  }

  private static StoreFailure ofAnswer(PgException answer, boolean commitSent) {
    String sqlState = String.valueOf(answer.getSqlState());
    Optional<String> state = Optional.of(sqlState).filter(text -> text.length() == 5);
    Optional<String> code = codeIn(answer.getErrorMessage());
    String detail = sqlState + " " + answer.getErrorMessage();
    if (CONFLICTS.contains(sqlState)) {
      return new StoreFailure.Conflict(state, code, detail);
    }
    boolean away =
        UNAVAILABLE.contains(sqlState)
            || sqlState.length() == 5 && UNAVAILABLE_CLASSES.contains(sqlState.substring(0, 2));
    if (!away) {
      return new StoreFailure.Permanent(detail);
    }
    // A server that goes down at COMMIT may say so after it has committed.
    return commitSent
        ? new StoreFailure.UnknownOutcome(state, code, detail)
        : new StoreFailure.Unavailable(state, code, detail);
  }

  private static Optional<String> codeIn(@Nullable String message) {
    Matcher matcher = CODE.matcher(message == null ? "" : message);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private static boolean isLostConnection(Throwable thrown) {
    return thrown instanceof IOException
        || thrown instanceof VertxException
        || thrown instanceof NoStackTraceThrowable
        || thrown instanceof TimeoutException;
  }
}
