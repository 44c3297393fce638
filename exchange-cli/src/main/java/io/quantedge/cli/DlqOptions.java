package io.quantedge.cli;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.StackConfig;
import io.quantedge.localstack.stack.StackState;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the dead letters are: on the running stack's broker, or on a named one. */
final class DlqOptions {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "",
      description = "Kafka brokers to use instead of the running stack's.")
  private String bootstrap = "";

  /** The brokers; empty if none are named and no stack runs. */
  Optional<String> bootstrapServers(ExchangeHome home) {
    if (!bootstrap.isBlank()) {
      return Optional.of(bootstrap);
    }
    StackConfig config = StackConfig.of(home);
    return StackState.read(config.folder())
        .filter(state -> state.supervisor().isPresent())
        .map(state -> config.withPortOffset(state.portOffset()).addresses().kafkaBootstrap());
  }
}
