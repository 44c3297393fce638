package io.quantedge.e2e;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.Ports;
import io.quantedge.localstack.stack.Stack;
import io.quantedge.localstack.stack.StackAddresses;
import io.quantedge.localstack.stack.StackConfig;
import io.quantedge.localstack.stack.StackListener;
import io.quantedge.simulator.ExchangeAddresses;
import io.quantedge.simulator.RunListener;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one running exchange to all tests that ask for a {@link Stack}: it takes half a minute to
 * start, and a real one serves many users at once too. Four workers contend for each settlement.
 */
final class RunningExchange implements ParameterResolver {
  private static final int CONTENDERS = 4;

  /** The highest base port of the stack; all bases plus the offset must be free. */
  private static final int[] BASE_PORTS = {
    8080, 8081, 8082, 8083, 15_432, 15_440, 15_441, 15_442, 18_000, 19_092, 19_093
  };

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(RunningExchange.class))
        .computeIfAbsent("stack", key -> start(), Stack.class);
  }

  /** The addresses in the simulator's words. */
  static ExchangeAddresses addresses(Stack stack) {
    StackAddresses at = stack.addresses();
    return new ExchangeAddresses(
        at.ingest(),
        at.evaluator(),
        at.settlement(),
        at.telemetry(),
        at.kafkaBootstrap(),
        at.dynamoDb(),
        at.jdbcUrl(),
        at.jdbcUser(),
        at.jdbcPassword());
  }

  /** An offset at which no port of a stack is taken, nor one (10080) that browsers refuse. */
  static int freePortOffset() {
    return IntStream.iterate(2_100, offset -> offset < 30_000, offset -> offset + 173)
        .filter(offset -> IntStream.of(BASE_PORTS).allMatch(port -> Ports.isFree(port + offset)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free ports for a stack"));
  }

  private static Stack start() {
    Path folder = Path.of("target", "running-exchange");
    StackConfig config =
        StackConfig.of(ExchangeHome.find())
            .withFolder(folder)
            .withPortOffset(freePortOffset())
            .withContenders(CONTENDERS);
    try {
      return Stack.start(config, new PrintingStackListener());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the exchange started", e);
    }
  }

  /** Tells what the stack does in the test's output. */
  private static final class PrintingStackListener implements StackListener {
    @Override
    public void starting(int allParts) {
      System.out.printf("starting %d parts%n", allParts);
    }

    @Override
    public void ready(String part, int readyParts, int allParts) {
      System.out.printf("%s is ready (%d of %d)%n", part, readyParts, allParts);
    }

    @Override
    public void message(String line) {
      System.out.println(line);
    }

    @Override
    public void failed(String reason) {
      System.out.println("the exchange failed: " + reason);
    }
  }

  /** Tells what a run does in the test's output. */
  static final class PrintingRunListener implements RunListener {
    @Override
    public void phase(String name, long total) {
      System.out.println(name + " (" + total + ")");
    }

    @Override
    public void progress(long done) {}

    @Override
    public void note(String line) {
      System.out.println(line);
    }
  }
}
