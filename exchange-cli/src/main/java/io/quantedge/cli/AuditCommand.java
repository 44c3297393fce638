package io.quantedge.cli;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.StackAddresses;
import io.quantedge.localstack.stack.StackConfig;
import io.quantedge.localstack.stack.StackState;
import io.quantedge.simulator.AuditResult;
import io.quantedge.simulator.AuditRun;
import io.quantedge.simulator.AuditSpec;
import io.quantedge.simulator.RunFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides slots again and compares with what was announced and settled. */
@Command(
    name = "audit",
    description = {
      "Decides slots of the running exchange again, from the log alone and from DynamoDB alone, and"
          + " compares both with what was announced and what was settled. It only reads.",
      "Every difference is printed. What is not decided or not settled yet, was voided, or has"
          + " expired in DynamoDB is said and is no difference."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything that can be compared agrees",
      "1:something differs, or a source cannot be read",
      "2:the command line cannot be understood",
      "3:no stack runs"
    })
final class AuditCommand implements Callable<Integer> {
  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result to FILE, as JSON.")
  private @Nullable Path json;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "How long an outcome, a settlement or a write to DynamoDB may take before it is taken for"
              + " lost (default: ${DEFAULT-VALUE}).")
  private long patienceSeconds;

  @Option(
      names = "--retention",
      paramLabel = "DAYS",
      defaultValue = "7",
      description =
          "How long DynamoDB keeps a slot after its closing time, as intake is configured (default:"
              + " ${DEFAULT-VALUE}).")
  private long retentionDays;

  /** One slot or all. */
  static final class Which {
    @Parameters(paramLabel = "SLOT", description = "The slot to audit.")
    private String slot = "";

    @Option(names = "--all", description = "Audit every slot.")
    private boolean all;
  }

  AuditCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    AuditSpec audit = auditSpec();
    Optional<Path> file = RunOptions.writable(json, spec);
    Optional<StackAddresses> stack = runningStack();
    if (stack.isEmpty()) {
      console.say("No stack runs. ./exchange up starts one.");
      return ExitCode.NOT_RUNNING;
    }
    try {
      AuditResult result =
          AuditRun.run(audit, Trading.forSimulator(stack.get()), new ConsoleRunListener(console));
      console.print(Printable.lines(result.table()));
      boolean written = file.isEmpty() || write(result, file.get());
      return result.agrees() && written ? ExitCode.OK : ExitCode.FAILED;
    } catch (RunFailedException e) {
      console.complain(String.valueOf(e.getMessage()));
      return ExitCode.FAILED;
    } finally {
      console.endProgress();
    }
  }

  AuditSpec auditSpec() {
    try {
      return new AuditSpec(
          which.all ? Optional.empty() : Optional.of(new SlotId(which.slot)),
          Duration.ofSeconds(patienceSeconds),
          Duration.ofDays(retentionDays));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<StackAddresses> runningStack() {
    StackConfig config = StackConfig.of(home);
    return StackState.read(config.folder())
        .filter(state -> state.supervisor().isPresent())
        .map(state -> config.withPortOffset(state.portOffset()).addresses());
  }

  private boolean write(AuditResult result, Path file) {
    try {
      result.report().writeTo(file);
      console.say("Report: " + file);
      return true;
    } catch (IOException e) {
      console.complain("the report was not written to %s: %s".formatted(file, e));
      return false;
    }
  }
}
