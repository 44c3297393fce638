package io.quantedge.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.dsql.DsqlFailure.Conflict;
import io.quantedge.dsql.DsqlFailure.Permanent;
import io.quantedge.dsql.DsqlFailure.Unavailable;
import io.quantedge.dsql.DsqlFailure.UnknownOutcome;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "40001, Conflict, Conflict",
    "40P01, Conflict, Conflict",
    "23505, Conflict, Conflict",
    "57P01, Unavailable, UnknownOutcome",
    "57014, Unavailable, UnknownOutcome",
    "53300, Unavailable, UnknownOutcome",
    "53400, Unavailable, UnknownOutcome",
    "08006, Unavailable, UnknownOutcome",
    "28000, Unavailable, UnknownOutcome",
    "25006, Unavailable, UnknownOutcome",
    "42501, Unavailable, UnknownOutcome",
    "54000, TooLarge, TooLarge",
    "54001, TooLarge, TooLarge",
    "25P04, TooLarge, TooLarge",
    "22003, Permanent, Permanent",
    "23514, Permanent, Permanent",
    "25P02, Permanent, Permanent",
    "0A000, Permanent, Permanent",
    "42P01, Permanent, Permanent"
  })
  void anAnswerIsJudgedByItsSqlStateAndByWhetherCommitWasSent(
      String sqlState, String before, String atCommit) {
    PgException answer = new PgException("any words", "ERROR", sqlState, "");

    assertThat(failureOf(answer, false).getClass().getSimpleName()).isEqualTo(before);
    assertThat(failureOf(answer, true).getClass().getSimpleName()).isEqualTo(atCommit);
    assertThat(failureOf(answer, true).sqlState()).hasValue(sqlState);
  }

  @Test
  void aCodeOfAuroraIsFoundWhateverTheWordsAroundIt() {
    PgException answer =
        new PgException("change conflicts with another transaction (OC001)", "ERROR", "40001", "");

    assertThat(failureOf(answer, true))
        .isInstanceOfSatisfying(
            Conflict.class,
            conflict -> {
              assertThat(conflict.code()).hasValue("OC001");
              assertThat(conflict.sqlState()).hasValue("40001");
            });
  }

  @Test
  void silenceBeforeCommitCommittedNothingAndSilenceAfterItIsUnknown() {
    for (Throwable silence :
        List.of(
            ClosedConnectionException.INSTANCE,
            new ConnectException("refused"),
            new SilenceException("COMMIT", Duration.ofSeconds(1)))) {
      assertThat(failureOf(silence, false)).isInstanceOf(Unavailable.class);
      assertThat(failureOf(silence, true)).isInstanceOf(UnknownOutcome.class);
    }
  }

  @Test
  void anAnswerIsNoLostConnection() {
    PgException conflict = new PgException("any words", "ERROR", "40001", "");

    assertThat(Failures.isLostConnection(conflict)).isFalse();
    assertThat(Failures.isShutdown(conflict)).isFalse();
    assertThat(Failures.isLostConnection(ClosedConnectionException.INSTANCE)).isTrue();
    assertThat(Failures.isShutdown(new PgException("bye", "FATAL", "57P01", ""))).isTrue();
  }

  @Test
  void whatWasNeverSentIsNeverUnknown() {
    assertThat(failureOf(new NotTriedException("no place"), true)).isInstanceOf(Unavailable.class);
  }

  @Test
  void aBugIsPermanent() {
    assertThat(failureOf(new IllegalStateException("unbalanced"), false))
        .isInstanceOf(Permanent.class);
    assertThat(failureOf(new TimeoutException("not the database's"), false))
        .isInstanceOf(Permanent.class);
  }

  @Test
  void tooManyConnectionsAreNotTheEndpointsFault() {
    assertThat(Failures.blamesEndpoint(new PgException("slow down", "FATAL", "53400", "")))
        .isFalse();
    assertThat(Failures.blamesEndpoint(new NotTriedException("no token"))).isFalse();
    assertThat(Failures.blamesEndpoint(new ConnectException("refused"))).isTrue();
    assertThat(Failures.blamesEndpoint(new PgException("starting", "FATAL", "57P03", ""))).isTrue();
  }

  private static DsqlFailure failureOf(Throwable thrown, boolean maybeCommitted) {
    return DsqlException.failureOf(Failures.of(thrown, maybeCommitted));
  }
}
