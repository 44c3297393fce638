package io.quantedge.telemetry.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quantedge.telemetry.application.proof.ProofName;
import io.quantedge.telemetry.application.proof.ProofRun;
import io.quantedge.telemetry.application.proof.ProofSide;
import io.quantedge.telemetry.http.QueryInputs.TimeKey;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run of a proof.
 *
 * @param holds whether the guard kept the promise and its absence broke it; null until both sides
 *     ran
 * @param guarded what settlement-service measured with the guard; null until it ran
 * @param unguarded the same without
 */
record ProofRunView(
    UUID runId,
    ProofName kind,
    ProofRun.State state,
    SortedMap<String, Long> parameters,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Boolean holds,
    String sentence,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String guarded,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String unguarded) {

  static ProofRunView of(ProofRun run) {
    return new ProofRunView(
        run.runId(),
        run.kind(),
        run.state(),
        run.parameters(),
        run.requestedAt(),
        run.times().startedAt().orElse(null),
        run.times().finishedAt().orElse(null),
        run.holds().orElse(null),
        run.sentence(),
        run.guarded().map(ProofSide::json).orElse(null),
        run.unguarded().map(ProofSide::json).orElse(null));
  }

  /**
   * A page of them, newest request first.
   *
   * @param next handed back as {@code after} to go on; null if there is no more
   */
  record Page(List<ProofRunView> runs, @Nullable String next) {
    static final String LIST = "proof-runs";

    /**
     * @param runs one more than the page shows, if there is one
     */
    static Page of(List<ProofRun> runs, int limit) {
      List<ProofRun> shown = runs.stream().limit(limit).toList();
      boolean goesOn = runs.size() > limit;
      return new Page(
          shown.stream().map(ProofRunView::of).toList(), goesOn ? cursor(shown.getLast()) : null);
    }

    private static String cursor(ProofRun last) {
      return QueryInputs.cursor(LIST, new TimeKey(last.requestedAt(), last.runId()));
    }
  }
}
