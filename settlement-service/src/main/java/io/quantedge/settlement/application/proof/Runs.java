package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.proof.ProofSide.End;
import io.quantedge.settlement.application.proof.ProofSide.Line;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the workers of a proof went through. Immutable. */
record Runs(List<Run> all) {
  Runs {
    all = List.copyOf(all);
  }

  /**
   * One operation of one worker.
   *
   * @param attempts how many it made
   * @param causes why those failed that did
   */
  record Run(SlotId slotId, int attempts, List<Cause> causes, Line line) {
    Run {
      causes = List.copyOf(causes);
    }

    boolean isDurable() {
      return line.end() == End.COMMITTED || line.end() == End.ALREADY_SETTLED;
    }
  }

  long ended(End end) {
    return all.stream().filter(run -> run.line().end() == end).count();
  }

  long conflicts() {
    return all.stream()
        .flatMap(run -> run.causes().stream())
        .filter(cause -> cause == Cause.CONFLICT)
        .count();
  }

  long failedAttempts() {
    return all.stream().mapToLong(run -> run.causes().size()).sum();
  }

  long retries() {
    return all.stream().mapToLong(run -> run.attempts() - 1L).sum();
  }

  int maxAttempts() {
    return all.stream().mapToInt(Run::attempts).max().orElse(0);
  }

  long[] tookMillis() {
    return all.stream().mapToLong(run -> run.line().tookMillis()).toArray();
  }

  /** The lines to show: whoever met trouble first of all, then others as far as there is room. */
  List<Line> timeline() {
    Stream<Line> troubled = lines().filter(line -> !line.attempts().isEmpty());
    Stream<Line> smooth = lines().filter(line -> line.attempts().isEmpty());
    return Stream.concat(troubled, smooth)
        .limit(ProofSide.MAX_LINES)
        .sorted(Comparator.comparingLong(Line::beganAtMillis).thenComparing(Line::worker))
        .toList();
  }

  private Stream<Line> lines() {
    return all.stream().map(Run::line);
  }
}
