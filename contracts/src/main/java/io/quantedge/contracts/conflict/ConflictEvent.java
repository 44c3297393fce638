package io.quantedge.contracts.conflict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quantedge.contracts.id.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened to the attempts of one operation on the truth store (topic {@code conflict-events},
 * key = operation). An operation that commits at its first attempt says nothing: only trouble is
 * told, and all of it.
 *
 * <p>The id of an event is {@code (operationId, attempt, type)}; reading one twice changes nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ConflictEvent.AttemptFailed.class, name = "ATTEMPT_FAILED"),
  @JsonSubTypes.Type(value = ConflictEvent.Resolved.class, name = "RESOLVED"),
  @JsonSubTypes.Type(value = ConflictEvent.Exhausted.class, name = "EXHAUSTED")
})
public sealed interface ConflictEvent {
  /** One run of "settle these slots", from its first attempt to its end. */
  UUID operationId();

  /** The slots that the operation wanted to settle. */
  List<SlotId> slotIds();

  /** Which worker of which process ran it, for example {@code settlement-1/worker-3}. */
  String worker();

  /** The region of the truth store's endpoint. */
  String region();

  /** 1 for the first attempt. */
  int attempt();

  Instant at();

  /**
   * An attempt failed, and another one follows after the backoff unless the operation is exhausted.
   *
   * @param sqlState the SQLSTATE that the store answered, absent if there was no answer
   * @param code Aurora DSQL's code ({@code OC000} data, {@code OC001} schema), absent where the
   *     store gives none
   * @param backoffMillis how long the operation waits before its next attempt; 0 if there is none
   */
  record AttemptFailed(
      UUID operationId,
      List<SlotId> slotIds,
      String worker,
      String region,
      int attempt,
      Cause cause,
      Optional<String> sqlState,
      Optional<String> code,
      long backoffMillis,
      Instant at)
      implements ConflictEvent {}

  /**
   * An operation that had failed attempts came to its end.
   *
   * @param attempt the attempt that ended it
   * @param finding what that attempt found
   */
  record Resolved(
      UUID operationId,
      List<SlotId> slotIds,
      String worker,
      String region,
      int attempt,
      Finding finding,
      Instant at)
      implements ConflictEvent {}

  /** An operation gave up: its attempts, its deadline or the retry budget ran out. */
  record Exhausted(
      UUID operationId, List<SlotId> slotIds, String worker, String region, int attempt, Instant at)
      implements ConflictEvent {}

  /** Why an attempt failed. */
  enum Cause {
    /** Somebody else committed first: SQLSTATE 40001, or 23505 on a deterministic key. */
    CONFLICT,
    /** The connection was lost at {@code COMMIT}: committed or not, nobody told. */
    UNKNOWN_OUTCOME,
    /** The store could not be reached, or did not answer in time, before {@code COMMIT}. */
    UNAVAILABLE
  }

  /** What the attempt that ended an operation found. */
  enum Finding {
    /** It committed its own work. */
    COMMITTED,
    /** Somebody else had settled the slots: nothing was left to do. */
    ALREADY_SETTLED
  }
}
