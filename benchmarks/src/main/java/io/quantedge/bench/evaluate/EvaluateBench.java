package io.quantedge.bench.evaluate;

import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.Progress;
import java.util.List;
import java.util.Map;

/**
 * Measures what the fold costs, how soon an auction's outcome is known, and how soon a killed
 * evaluator is back, each with a broker of its own. Used by one thread.
 */
public final class EvaluateBench {
  private final EvaluateOptions options;
  private final Progress progress;

  public EvaluateBench(EvaluateOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Measures; takes a few minutes.
   *
   * @throws BrokenRunException if anything was counted wrong
   */
  public EvaluateReport run() throws Exception {
    Map<String, List<Reader.Pass>> rounds = new FoldRace(options, progress).run();
    CloseLatency.Found latency = new CloseLatency(options, progress).run();
    Map<String, List<Restarts.Restart>> restarts =
        Map.of(Restarts.WITH_SNAPSHOTS, new Restarts(options, progress).run());
    return new EvaluateReport(rounds, latency, restarts);
  }
}
