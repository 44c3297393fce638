package io.quantedge.dsql;

import io.quantedge.dsql.DsqlFailure.Conflict;
import io.quantedge.dsql.DsqlFailure.Permanent;
import io.quantedge.dsql.DsqlFailure.TooLarge;
import io.quantedge.dsql.DsqlFailure.Unavailable;
import io.quantedge.dsql.DsqlFailure.UnknownOutcome;
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
 * Says what a failure means. It matches SQLSTATE and Aurora DSQL's code, never the wording, which
 * differs between documentation, cluster and PostgreSQL.
 */
final class Failures {
  /**
   * Serialization failure; deadlock; duplicate key, which a user of deterministic keys races for.
   */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

  /** Program limits: rows, bytes and age of a SQL transaction are all told with it. */
  private static final String TOO_LARGE_CLASS = "54";

  /** PostgreSQL's limit of a SQL transaction's age. */
  private static final String TOO_OLD = "25P04";

  /** Connection, authorization, resources, operator, system: not the work's fault. */
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "28", "53", "57", "58");

  /** Lock timeout, read-only endpoint, no such database, missing grant. */
  private static final Set<String> UNAVAILABLE = Set.of("55P03", "25006", "3D000", "42501");

  private static final Pattern CODE = Pattern.compile("\\bOC\\d{3}\\b");

  private Failures() {}

  /**
   * @param maybeCommitted whether something was on its way that commits, so that silence leaves its
   *     result unknown
   */
  static DsqlException of(Throwable thrown, boolean maybeCommitted) {
    return thrown instanceof DsqlException known
        ? known
        : new DsqlException(classify(thrown, maybeCommitted), thrown);
  }

  /** Whether the connection is gone, as far as the client can tell; an answer says the opposite. */
  static boolean isLostConnection(Throwable thrown) {
    return !(thrown instanceof PgException)
        && (thrown instanceof IOException
            || thrown instanceof VertxException
            || thrown instanceof NoStackTraceThrowable);
  }

  /** Whether the server said that it ends the connection. */
  static boolean isShutdown(Throwable thrown) {
    return thrown instanceof PgException answer
        && answer.getSqlState() instanceof String state
        && (state.startsWith("57P") || state.startsWith("08"));
  }

  /**
   * Whether an attempt to connect failed because of the endpoint, and not because of this process
   * or because the cluster has too many connections (class 53), which another endpoint has as well.
   */
  static boolean blamesEndpoint(Throwable thrown) {
    boolean full =
        thrown instanceof PgException answer
            && answer.getSqlState() instanceof String state
            && state.startsWith("53");
    return !full && !(thrown instanceof NotTriedException);
  }

  private static DsqlFailure classify(Throwable thrown, boolean maybeCommitted) {
    if (thrown instanceof PgException answer) {
      return ofAnswer(answer, maybeCommitted);
    }
    if (thrown instanceof NotTriedException) {
      return new Unavailable(
          Optional.empty(), Optional.empty(), String.valueOf(thrown.getMessage()));
    }
    if (!(thrown instanceof SilenceException) && !isLostConnection(thrown)) {
      return new Permanent(Optional.empty(), Optional.empty(), String.valueOf(thrown));
    }
    return away(
        Optional.empty(),
        Optional.empty(),
        "no answer from the database: " + thrown.getMessage(),
        maybeCommitted);
  }

  private static DsqlFailure ofAnswer(PgException answer, boolean maybeCommitted) {
    String sqlState = String.valueOf(answer.getSqlState());
    Optional<String> state = Optional.of(sqlState).filter(text -> text.length() == 5);
    Optional<String> code = codeIn(answer.getErrorMessage());
    String detail = sqlState + " " + answer.getErrorMessage();
    String sqlClass = state.map(text -> text.substring(0, 2)).orElse("");
    if (CONFLICTS.contains(sqlState)) {
      return new Conflict(state, code, detail);
    }
    if (sqlClass.equals(TOO_LARGE_CLASS) || sqlState.equals(TOO_OLD)) {
      return new TooLarge(state, code, detail);
    }
    if (UNAVAILABLE.contains(sqlState) || UNAVAILABLE_CLASSES.contains(sqlClass)) {
      // A server that goes down at COMMIT may say so after it has committed.
      return away(state, code, detail, maybeCommitted);
    }
    return new Permanent(state, code, detail);
  }

  private static DsqlFailure away(
      Optional<String> state, Optional<String> code, String detail, boolean maybeCommitted) {
    return maybeCommitted
        ? new UnknownOutcome(state, code, detail)
        : new Unavailable(state, code, detail);
  }

  private static Optional<String> codeIn(@Nullable String message) {
    Matcher matcher = CODE.matcher(message == null ? "" : message);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
