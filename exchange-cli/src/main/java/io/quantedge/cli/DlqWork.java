package io.quantedge.cli;

import io.quantedge.cli.dlq.DlqException;
import io.quantedge.localstack.ExchangeHome;
import java.util.Optional;

/** What the commands for dead letters have in common: finding the broker, and failing in words. */
final class DlqWork {
  private DlqWork() {}

  /** Work on the topic behind these brokers. */
  interface Work {
    int on(String bootstrapServers);
  }

  static int run(ExchangeHome home, DlqOptions options, Console console, Work work) {
    Optional<String> brokers = options.bootstrapServers(home);
    if (brokers.isEmpty()) {
      console.say("No stack runs. ./exchange up starts one, --bootstrap names another broker.");
      return ExitCode.NOT_RUNNING;
    }
    try {
      return work.on(brokers.get());
    } catch (DlqException e) {
      console.complain("%s (brokers: %s)".formatted(e.getMessage(), brokers.get()));
      return ExitCode.FAILED;
    }
  }
}
