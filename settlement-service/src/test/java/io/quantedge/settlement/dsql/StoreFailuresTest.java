package io.quantedge.settlement.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFailuresTest {
  @ParameterizedTest
  @CsvSource({
    "40001, Conflict, Conflict",
    "40P01, Conflict, Conflict",
    "23505, Conflict, Conflict",
    "57P01, Unavailable, UnknownOutcome",
    "57014, Unavailable, UnknownOutcome",
    "53300, Unavailable, UnknownOutcome",
    "08006, Unavailable, UnknownOutcome",
    "28000, Unavailable, UnknownOutcome",
    "25006, Unavailable, UnknownOutcome",
    "22003, Permanent, Permanent",
    "23514, Permanent, Permanent",
    "25P02, Permanent, Permanent",
    "54000, Permanent, Permanent",
    "42P01, Permanent, Permanent"
  })
  void anAnswerIsJudgedByItsSqlStateAndByWhetherCommitWasSent(
      String sqlState, String before, String atCommit) {
    PgException answer = new PgException("any words", "ERROR", sqlState, "");

    assertThat(failureOf(answer, false).getClass().getSimpleName()).isEqualTo(before);
    assertThat(failureOf(answer, true).getClass().getSimpleName()).isEqualTo(atCommit);
  }

  @Test
  void aCodeOfAuroraIsFoundWhateverTheWordsAroundIt() {
    PgException answer =
        new PgException("change conflicts with another transaction (OC001)", "ERROR", "40001", "");

    assertThat(failureOf(answer, true))
        .isInstanceOfSatisfying(
            StoreFailure.Conflict.class,
            conflict -> {
              assertThat(conflict.code()).hasValue("OC001");
              assertThat(conflict.sqlState()).hasValue("40001");
            });
  }

  @Test
  void silenceBeforeCommitCommittedNothingAndSilenceAfterItIsUnknown() {
    for (Throwable silence :
        new Throwable[] {
          ClosedConnectionException.INSTANCE,
          new ConnectException("refused"),
          new io.smallrye.mutiny.TimeoutException()
        }) {
      assertThat(failureOf(silence, false)).isInstanceOf(StoreFailure.Unavailable.class);
      assertThat(failureOf(silence, true)).isInstanceOf(StoreFailure.UnknownOutcome.class);
    }
  }

  @Test
  void aBugIsPermanent() {
    assertThat(failureOf(new IllegalStateException("unbalanced"), false))
        .isInstanceOf(StoreFailure.Permanent.class);
    assertThat(failureOf(new TimeoutException("not the store's"), false))
        .isInstanceOf(StoreFailure.Permanent.class);
  }

  private static StoreFailure failureOf(Throwable thrown, boolean commitSent) {
    return StoreException.failureOf(StoreFailures.of(thrown, commitSent));
  }
}
