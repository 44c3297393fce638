package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.StackConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of every command that starts a stack. */
final class StackOptions {
  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Add N to every port (default: ${DEFAULT-VALUE}).")
  private int portOffset;

  int portOffset() {
    return portOffset;
  }

  StackConfig config(ExchangeHome home, int contenders, CommandSpec spec) {
    try {
      return StackConfig.of(home).withPortOffset(portOffset).withContenders(contenders);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
