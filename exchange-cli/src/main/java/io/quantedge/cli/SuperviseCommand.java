package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.Stack;
import io.quantedge.localstack.stack.StackListener;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code up} leaves running: holds a stack until it is told to end. Prints to its log. */
@Command(name = "supervise", hidden = true, description = "Holds a stack in the background.")
final class SuperviseCommand implements Callable<Integer> {
  private final ExchangeHome home;
  private final Console console;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StackOptions options = new StackOptions();

  SuperviseCommand(ExchangeHome home, Console console) {
    this.home = home;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Stack stack = Stack.start(options.config(home, 1, spec), new Log(console))) {
      console.say("the exchange serves");
      stack.awaitEnd();
      return ExitCode.OK;
    }
  }

  private record Log(Console console) implements StackListener {
    @Override
    public void starting(int allParts) {
      console.say("starting %d parts".formatted(allParts));
    }

    @Override
    public void ready(String part, int readyParts, int allParts) {
      console.say("%s is ready (%d of %d)".formatted(part, readyParts, allParts));
    }

    @Override
    public void message(String line) {
      console.say(line);
    }

    @Override
    public void failed(String reason) {
      console.complain(reason);
    }
  }
}
