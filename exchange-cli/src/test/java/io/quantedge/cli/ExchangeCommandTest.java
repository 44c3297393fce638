package io.quantedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.localstack.ExchangeHome;
import io.quantedge.simulator.AuditSpec;
import io.quantedge.simulator.DemoSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExchangeCommandTest {
  @TempDir Path folder;
  private FakeHome home;

  @BeforeEach
  void create() {
    home = new FakeHome(folder);
  }

  @Test
  void aDemoHasItsUsualSizeUnlessToldOtherwise() {
    DemoCommand demo = parsed("demo");
    assertThat(demo.demoSpec()).isEqualTo(new DemoSpec(42, 10_000, 20));
    assertThat(demo.options().exit()).isFalse();
    assertThat(demo.options().contenders()).isEqualTo(4);
    assertThat(demo.options().stack().portOffset()).isZero();
  }

  @Test
  void aDemoTakesItsSizeFromTheCommandLine() {
    DemoCommand demo =
        parsed(
            "demo",
            "--exit",
            "--bids",
            "500",
            "--slots=8",
            "--seed",
            "7",
            "--contenders",
            "6",
            "--port-offset",
            "1000");
    assertThat(demo.demoSpec()).isEqualTo(new DemoSpec(7, 500, 8));
    assertThat(demo.options().exit()).isTrue();
    assertThat(demo.options().contenders()).isEqualTo(6);
    assertThat(demo.options().stack().portOffset()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --bids=ten",
        "demo --bids=1",
        "demo --bids=100 --slots=90",
        "demo --contenders=0",
        "demo --port-offset=-1",
        "demo --port-offset=60000",
        "demo --nonsense",
        "demo stray",
        "replay",
        "replay no-such-file.csv",
        "up --bids=1",
        "audit",
        "audit --all slot",
        "audit no/slot",
        "audit --all --patience=-1",
        "audit --all --patience=soon",
        "audit --all --retention=0",
        "audit --all --retention=9999999999999",
        "audit --all --json=/no/such/folder/r.json",
        "dlq",
        "dlq show",
        "dlq show first",
        "dlq list --limit=0",
        "dlq replay",
        "dlq replay 0:1 --all",
        "bench",
        "bench nonsense",
        "bench settle --rounds=0",
        "bench settle --json=/no/such/folder/r.json",
        "bench ingest --streams=0",
        "bench ingest --connections=many",
        "bench evaluate --rounds=0",
        "bench evaluate --json=/no/such/folder/r.json",
        "bench contention --workers=2,0",
        "bench contention --workers=many",
        "bench contention --plot=/no/such/folder/p.svg",
        "trade",
        ""
      })
  void whatCannotBeUnderstoodIsRefusedWithoutStartingAnything(String line) {
    int exitCode = home.run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(exitCode).isEqualTo(ExitCode.USAGE);
    assertThat(home.err.toString()).isNotBlank();
    assertThat(home.root).isEmptyDirectory();
  }

  @Test
  void aReportThatCannotBeWrittenIsRefusedBeforeTheWork() {
    Path report = folder.resolve("no/such/folder/r.json");
    assertThat(home.run("demo", "--exit", "--report", report.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(home.err.toString()).contains("the report cannot be written to " + report);
    assertThat(home.root).isEmptyDirectory();
  }

  @Test
  void theHelpNamesEveryCommandAndEveryExitCode() {
    assertThat(home.run("help")).isZero();
    assertThat(home.out.toString())
        .contains("demo", "replay", "up", "status", "down", "audit", "dlq", "test", "130", "69")
        .doesNotContain("supervise");
    assertThat(home.run("help", "replay")).isZero();
    assertThat(home.out.toString()).contains("--report", "FILE");
  }

  @Test
  void aBenchmarkGetsItsSizeAndItsFilesWhole() {
    BenchCommand.Settle settle = benchmark("settle", "--rounds", "5", "--direct-only");
    assertThat(settle.words())
        .containsExactly(
            "settle", "rounds=5", "round-seconds=8", "warmup-seconds=60", "direct-only=true");
    Path plot = folder.resolve("p.svg");
    BenchCommand.Contention contention = benchmark("contention", "--plot", plot.toString());
    assertThat(contention.words())
        .containsExactly(
            "contention", "repetitions=30", "workers=2,5,10,25,50,100", "plot=" + plot);
  }

  @Test
  void theBenchmarksOfTrafficGetTheirSizes() {
    BenchIngest ingest = benchmark("ingest", "--rounds", "1", "--streams", "4");
    assertThat(ingest.words())
        .containsExactly(
            "ingest",
            "rounds=1",
            "round-seconds=8",
            "warmup-seconds=30",
            "connections=128",
            "streams=4");
    BenchEvaluate evaluate = benchmark("evaluate", "--open-bids", "5000");
    assertThat(evaluate.words())
        .containsExactly(
            "evaluate",
            "rounds=3",
            "records=1000000",
            "closes=600",
            "warmup-closes=200",
            "bids-per-second=5000",
            "open-bids=5000");
  }

  @Test
  void anAuditIsOfOneSlotOrOfAllAndHasPatience() {
    AuditCommand one = parsed("audit", "homepage-top");
    assertThat(one.auditSpec())
        .isEqualTo(
            new AuditSpec(
                Optional.of(new SlotId("homepage-top")),
                Duration.ofSeconds(60),
                Duration.ofDays(7)));
    AuditCommand all = parsed("audit", "--all", "--patience", "5", "--retention", "30");
    assertThat(all.auditSpec())
        .isEqualTo(new AuditSpec(Optional.empty(), Duration.ofSeconds(5), Duration.ofDays(30)));
  }

  @Test
  void aBenchmarkThatIsNotBuiltIsSaidSo() {
    assertThat(home.run("bench", "settle")).isEqualTo(ExitCode.FAILED);
    assertThat(home.err.toString()).contains("benchmarks is not built");
  }

  @Test
  void testsAreRunByMavenAsAsked() {
    TestCommand all = parsed("test");
    assertThat(all.command("mvn"))
        .containsExactly("mvn", "-B", "-ntp", "verify", "-Dskip.its=false");
    TestCommand some = parsed("test", "--unit", "--module", "contracts");
    assertThat(some.command("/opt/mvn"))
        .containsExactly("/opt/mvn", "-B", "-ntp", "verify", "-Dskip.its=true", "-pl", "contracts");
    TestCommand pictures = parsed("test", "--screenshots");
    assertThat(pictures.command("mvn"))
        .containsExactly(
            "mvn",
            "-B",
            "-ntp",
            "verify",
            "-Dskip.its=false",
            "-pl",
            "e2e-tests",
            "-Dit.test=LivePageST");
  }

  @Test
  void aFolderThatCannotHoldAStackIsNamed() throws Exception {
    Files.writeString(folder.resolve(".local"), "a file where the folder should be");
    for (List<String> words : List.of(List.of("demo", "--exit"), List.of("up"))) {
      assertThat(home.run(words.toArray(String[]::new))).isEqualTo(ExitCode.STACK_FAILED);
      assertThat(home.err.toString()).contains(folder.resolve(".local").toString());
    }
  }

  @SuppressWarnings("unchecked")
  private <T> T parsed(String... words) {
    CommandLine line = ExchangeCommand.commandLine(new ExchangeHome(folder), home.console);
    return (T) line.parseArgs(words).subcommand().commandSpec().userObject();
  }

  @SuppressWarnings("unchecked")
  private <T> T benchmark(String... words) {
    CommandLine line = BenchCommand.commandLine(new ExchangeHome(folder), home.console);
    return (T) line.parseArgs(words).subcommand().commandSpec().userObject();
  }
}
