package io.quantedge.bench;

import io.quantedge.bench.contention.ContentionBench;
import io.quantedge.bench.contention.ContentionOptions;
import io.quantedge.bench.contention.ContentionReport;
import io.quantedge.bench.evaluate.EvaluateBench;
import io.quantedge.bench.evaluate.EvaluateOptions;
import io.quantedge.bench.ingest.IngestBench;
import io.quantedge.bench.ingest.IngestOptions;
import io.quantedge.bench.plot.SvgWriter;
import io.quantedge.bench.settle.SettleBench;
import io.quantedge.bench.settle.SettleOptions;
import io.quantedge.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogManager;

/** Where the command line hands over: results on the output, progress on the error stream. */
public final class Main {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Main() {}

  /**
   * @param args the benchmark's name and its arguments, {@code name=value} each
   */
  public static void main(String[] args) {
    // The libraries' own logging is of no use to the person at the terminal.
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> words) {
    long begun = System.nanoTime();
    Progress progress =
        line ->
            System.err.printf("[%4d s] %s%n", (System.nanoTime() - begun) / 1_000_000_000L, line);
    try {
      Arguments arguments = Arguments.of(words.subList(Math.min(1, words.size()), words.size()));
      switch (words.isEmpty() ? "" : words.getFirst()) {
        case "contention" -> contend(ContentionOptions.of(arguments), progress);
        case "evaluate" -> evaluate(EvaluateOptions.of(arguments), progress);
        case "ingest" -> ingest(IngestOptions.of(arguments), progress);
        case "settle" -> settle(SettleOptions.of(arguments), progress);
        default ->
            throw new IllegalArgumentException(
                "the benchmarks are ingest, evaluate, settle and contention");
      }
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println("exchange: " + e.getMessage());
      return USAGE;
    } catch (BrokenRunException e) {
      System.err.println(
          "exchange: the run is broken and its figures are worthless: " + e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (Exception e) {
      System.err.println("exchange: the benchmark failed");
      e.printStackTrace();
      return FAILED;
    }
  }

  private static void evaluate(EvaluateOptions options, Progress progress) throws Exception {
    tell(new EvaluateBench(options, progress).run(), options.json());
  }

  private static void ingest(IngestOptions options, Progress progress) throws Exception {
    tell(new IngestBench(options, progress).run(), options.json());
  }

  private static void settle(SettleOptions options, Progress progress) throws Exception {
    tell(new SettleBench(options, progress).run(), options.json());
  }

  private static void contend(ContentionOptions options, Progress progress) throws Exception {
    ContentionReport report = new ContentionBench(options, progress).run();
    tell(report, options.json());
    if (options.plot().isPresent()) {
      Files.writeString(options.plot().get(), SvgWriter.write(report.chart()));
    }
  }

  private static void tell(Report report, Optional<Path> json) throws IOException {
    System.out.println(Machine.describe(Clock.systemUTC()) + "\n\n" + report.text());
    if (json.isPresent()) {
      Files.write(json.get(), Json.mapper().writeValueAsBytes(report.json()));
    }
  }
}
