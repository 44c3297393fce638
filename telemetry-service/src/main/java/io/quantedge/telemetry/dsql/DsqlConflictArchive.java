package io.quantedge.telemetry.dsql;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.dsql.Dsql;
import io.quantedge.dsql.DsqlException;
import io.quantedge.dsql.DsqlFailure.Conflict;
import io.quantedge.dsql.DsqlFailure.Permanent;
import io.quantedge.dsql.DsqlFailure.TooLarge;
import io.quantedge.dsql.DsqlFailure.Unavailable;
import io.quantedge.dsql.DsqlFailure.UnknownOutcome;
import io.quantedge.telemetry.application.ConflictArchive;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The table {@code conflict_events}, which the settlement service's migrations create. */
@ApplicationScoped
class DsqlConflictArchive implements ConflictArchive {
  private static final Logger log = Logger.getLogger(DsqlConflictArchive.class);

  private static final String INSERT =
      """
      INSERT INTO conflict_events (operation_id, attempt, type, slot_ids, worker, region, cause,
        sql_state, code, finding, backoff_millis, occurred_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      ON CONFLICT DO NOTHING
      """;

  private final Dsql dsql;

  DsqlConflictArchive(Dsql dsql) {
    this.dsql = dsql;
  }

  @Override
  public Uni<Integer> append(List<ConflictEvent> events) {
    return insert(events)
        .replaceWith(0)
        .onFailure(DsqlConflictArchive::isAboutContent)
        .recoverWithUni(() -> appendOneByOne(events));
  }

  /** One event that the store can never take must not keep the others out. */
  private Uni<Integer> appendOneByOne(List<ConflictEvent> events) {
    return Multi.createFrom()
        .iterable(events)
        .onItem()
        .transformToUniAndConcatenate(this::appendOne)
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  private Uni<Integer> appendOne(ConflictEvent event) {
    return insert(List.of(event))
        .replaceWith(0)
        .onFailure(DsqlConflictArchive::isAboutContent)
        .recoverWithItem(failure -> {
          log.errorf(
              "conflict event cannot be stored operationId=%s attempt=%d reason=%s",
              event.operationId(), event.attempt(), failure.getMessage());
          return 1;
        });
  }

  private Uni<Void> insert(List<ConflictEvent> events) {
    return dsql.transaction(connection ->
        connection
            .preparedQuery(INSERT)
            .executeBatch(events.stream().map(DsqlConflictArchive::row).toList())
            .replaceWithVoid());
  }

  /** SQLSTATE class 22 is a data exception, 23 a broken constraint; and there may be too much. */
  private static boolean isAboutContent(Throwable failure) {
    return switch (DsqlException.failureOf(failure)) {
      case TooLarge _ -> true;
      case Permanent refusal ->
          refusal
              .sqlState()
              .filter(state -> state.startsWith("22") || state.startsWith("23"))
              .isPresent();
      case Conflict _, UnknownOutcome _, Unavailable _ -> false;
    };
  }

  /** What only some kinds of event have. */
  private record Details(
      String type,
      @Nullable String cause,
      @Nullable String sqlState,
      @Nullable String code,
      @Nullable String finding,
      @Nullable Long backoffMillis) {
    static Details of(ConflictEvent event) {
      return switch (event) {
        case AttemptFailed failed ->
            new Details(
                "ATTEMPT_FAILED",
                failed.cause().name(),
                failed.sqlState().orElse(null),
                failed.code().orElse(null),
                null,
                failed.backoffMillis());
        case Resolved resolved ->
            new Details("RESOLVED", null, null, null, resolved.finding().name(), null);
        case Exhausted _ -> new Details("EXHAUSTED", null, null, null, null, null);
      };
    }
  }

  private static Tuple row(ConflictEvent event) {
    Details details = Details.of(event);
    return Tuple.tuple()
        .addUUID(event.operationId())
        .addInteger(event.attempt())
        .addString(details.type())
        .addString(event.slotIds().stream().map(Object::toString).collect(Collectors.joining(",")))
        .addString(event.worker())
        .addString(event.region())
        .addString(details.cause())
        .addString(details.sqlState())
        .addString(details.code())
        .addString(details.finding())
        .addLong(details.backoffMillis())
        .addOffsetDateTime(event.at().atOffset(ZoneOffset.UTC));
  }
}
