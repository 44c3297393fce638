package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.stack.Service;
import io.quantedge.localstack.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the README tells people to type works as written. */
@ExtendWith(RunningExchange.class)
class ReadmeWalkThroughST {
  private static final Pattern BASH_BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @Test
  void theCurlCommandsTradeASlotFromOpeningToLedger(Stack exchange) throws Exception {
    // given the README's commands, moved to where this exchange listens
    String commands = commandsOfReadme();
    for (Service service : Service.values()) {
      commands =
          commands.replace(
              "localhost:" + service.basePort(), "localhost:" + port(exchange, service));
    }

    // when they are typed
    Process shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // then the slot is won, settled and booked
    assertThat(shell.waitFor(90, TimeUnit.SECONDS)).as(printed).isTrue();
    assertThat(shell.exitValue()).as(printed).isZero();
    assertThat(printed)
        .contains("\"acceptedAt\"")
        .contains("\"AWARDED\"")
        .contains("\"SETTLED\"")
        .contains("\"-5.4000\"")
        .contains("\"4.8600\"")
        .contains("\"0.5400\"");
  }

  private static int port(Stack exchange, Service service) {
    return switch (service) {
      case INGEST -> exchange.addresses().ingest().getPort();
      case EVALUATOR -> exchange.addresses().evaluator().getPort();
      case SETTLEMENT -> exchange.addresses().settlement().getPort();
      case TELEMETRY -> exchange.addresses().telemetry().getPort();
    };
  }

  private static String commandsOfReadme() throws IOException {
    Path readme = Path.of(System.getProperty("exchange.home"), "README.md");
    Matcher block = BASH_BLOCK.matcher(Files.readString(readme));
    assertThat(block.find()).as("the README has a bash block").isTrue();
    return block.group(1);
  }
}
