package io.quantedge.e2e.evaluation;

import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.LocalDynamoDb;
import io.quantedge.localstack.LocalKafka;
import io.quantedge.localstack.part.RunningPart;
import io.quantedge.localstack.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Intake, a broker, a bid store, and as many evaluators as a test starts: what faults are aimed at,
 * apart from the exchange that other tests use. One is handed to all tests that ask for it; each
 * starts the evaluators that it needs and stops them.
 */
final class EvaluationStack implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Path LOGS = Path.of("target", "evaluation-stack").toAbsolutePath();

  private final LocalKafka kafka = LocalKafka.start();
  private final LocalDynamoDb dynamoDb = LocalDynamoDb.start();
  private final PackagedService ingest =
      PackagedService.ingest(kafka.bootstrapServers(), dynamoDb.endpoint());
  private final RunningPart runningIngest = start(ingest);
  private final Map<String, RunningPart> evaluators = new ConcurrentHashMap<>();
  private final Thread hook = new Thread(this::stopAll, "stop-evaluation-stack");

  private EvaluationStack() {
    Runtime.getRuntime().addShutdownHook(hook);
    awaitReady(runningIngest);
  }

  /** Hands the one stack to tests. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == EvaluationStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(EvaluationStack.class))
          .computeIfAbsent("stack", key -> new EvaluationStack(), EvaluationStack.class);
    }
  }

  String kafka() {
    return kafka.bootstrapServers();
  }

  URI ingest() {
    return ingest.at("/");
  }

  /** Starts an evaluator and waits until it has caught up; it may own nothing yet. */
  PackagedService startEvaluator(String name) {
    return startEvaluator(name, kafka());
  }

  /** The same on another broker. */
  PackagedService startEvaluator(String name, String broker) {
    PackagedService evaluator =
        PackagedService.evaluator(name, broker, AccessKeys.digest(StackConfig.OPERATOR_KEY));
    RunningPart running = start(evaluator);
    evaluators.put(name, running);
    awaitReady(running);
    return evaluator;
  }

  /** How many run, paused or not. */
  int evaluators() {
    return evaluators.size();
  }

  /** SIGKILL. */
  void kill(String evaluator) {
    RunningPart running = remove(evaluator);
    running.process().kill();
    running.stop();
  }

  /** SIGTERM: it leaves its group. */
  void stop(String evaluator) {
    remove(evaluator).stop();
  }

  /** SIGSTOP: it does nothing at all until {@link #resume}, and does not know. */
  void pause(String evaluator) {
    signal("-STOP", evaluator);
  }

  /** SIGCONT. */
  void resume(String evaluator) {
    signal("-CONT", evaluator);
  }

  /** Ends what a test left running, paused or not. */
  void stopEvaluators() {
    evaluators.keySet().forEach(this::kill);
  }

  @Override
  public void close() {
    stopAll();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void stopAll() {
    stopEvaluators();
    runningIngest.stop();
    dynamoDb.close();
    kafka.close();
  }

  private RunningPart remove(String evaluator) {
    RunningPart running = evaluators.remove(evaluator);
    if (running == null) {
      throw new IllegalArgumentException("no evaluator " + evaluator + " runs");
    }
    return running;
  }

  private void signal(String signal, String evaluator) {
    RunningPart running = evaluators.get(evaluator);
    if (running == null) {
      throw new IllegalArgumentException("no evaluator " + evaluator + " runs");
    }
    try {
      int exit =
          new ProcessBuilder("kill", signal, Long.toString(running.process().pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill " + signal + " of " + evaluator + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static RunningPart start(PackagedService service) {
    try {
      return RunningPart.start(service, ExchangeHome.find(), LOGS.resolve(service.name() + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitReady(RunningPart part) {
    try {
      part.awaitReady(START_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
