package io.quantedge.evaluator.kafka;

import io.quantedge.evaluator.application.EvaluationObserver;
import io.quantedge.evaluator.application.Evaluator;
import io.quantedge.evaluator.application.EvaluatorSettings;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.application.EvaluatorStatus.Phase;
import io.quantedge.evaluator.application.SlotViews;
import io.quantedge.evaluator.config.EvaluatorConfig;
import io.quantedge.evaluator.tracing.SlotTraces;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a loop running. Whatever ends it unexpectedly, its state is dropped and a new one folds
 * again from the committed offsets: the state is a function of the log, so starting over is always
 * a repair. The wait between restarts doubles up to a limit.
 */
@ApplicationScoped
class LoopSupervisor {
  private static final Logger LOG = Logger.getLogger(LoopSupervisor.class);

  private final KafkaClients clients;
  private final EvaluatorConfig config;
  private final EvaluatorSettings settings;
  private final EvaluationObserver observer;
  private final SlotViews views;
  private final SlotTraces traces;
  private final EvaluatorStatus status;
  private final Clock clock;
  private @Nullable Run current;

  LoopSupervisor(
      KafkaClients clients,
      EvaluatorConfig config,
      EvaluatorSettings settings,
      EvaluationObserver observer,
      SlotViews views,
      EvaluatorStatus status,
      Clock clock,
      SlotTraces traces) {
    this.clients = clients;
    this.config = config;
    this.settings = settings;
    this.observer = observer;
    this.views = views;
    this.status = status;
    this.clock = clock;
    this.traces = traces;
  }

  void onStart(@Observes StartupEvent event) {
    start();
  }

  void onStop(@Observes ShutdownEvent event) {
    stop();
  }

  /** Starts the loop on a thread of its own; does nothing if it runs. */
  synchronized void start() {
    if (current == null) {
      current = new Run();
      current.thread.start();
    }
  }

  /** Stops the loop and waits, for a bounded time, until it has left the group. */
  synchronized void stop() {
    Run stopped = current;
    current = null;
    if (stopped == null) {
      return;
    }
    stopped.stop();
    try {
      if (!stopped.thread.join(Duration.ofMillis(config.stopTimeoutMillis()))) {
        LOG.warnf("loop did not stop in time timeoutMillis=%d", config.stopTimeoutMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One life of the loop's thread, from start to stop, over as many loops as it takes. */
  private final class Run implements Runnable {
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
        Thread.ofPlatform().name("evaluator-loop").daemon().unstarted(this);
    private volatile @Nullable EvaluatorLoop loop;

    void stop() {
      stopping.countDown();
      EvaluatorLoop running = loop;
      if (running != null) {
        running.stop();
      }
    }

    @Override
    public void run() {
      int failures = 0;
      while (!isStopping()) {
        try {
          runLoop();
        } catch (Exception | Error e) {
          failures = status.isReady() ? 1 : failures + 1;
          recover(e, failures);
        }
      }
      status.report(Phase.STOPPED);
    }

    private void runLoop() {
      status.report(Phase.JOINING);
      try (Producer<String, byte[]> producer = clients.producer();
          Admin admin = clients.admin()) {
        KafkaOutbound outbound = new KafkaOutbound(producer, admin, config.outcomeKey(), traces);
        outbound.warmUp();
        Evaluator evaluator = new Evaluator(outbound, observer, views, clock, settings);
        try {
          consume(evaluator);
        } finally {
          evaluator.revokeAll();
          observer.measured(EvaluationObserver.Load.NONE);
        }
      }
    }

    private void consume(Evaluator evaluator) {
      Consumer<String, byte[]> consumer = clients.logConsumer();
      try {
        EvaluatorLoop started = newLoop(consumer, evaluator);
        loop = started;
        if (!isStopping()) {
          started.run();
        }
      } finally {
        consumer.close(CloseOptions.timeout(Duration.ofMillis(config.stopTimeoutMillis() / 2)));
      }
    }

    private void recover(Throwable failure, int failures) {
      status.report(Phase.FAILED);
      observer.loopRestarted();
      // Two instances with one name would put each other out of the group for ever.
      long delayMillis =
          failure instanceof FencedInstanceIdException
              ? config.maxRestartDelayMillis()
              : Math.min(
                  config.maxRestartDelayMillis(),
                  config.restartDelayMillis() * (1L << Math.min(failures - 1, 20)));
      LOG.errorf(
          failure,
          "loop failed, will be restarted failures=%d delayMillis=%d",
          failures,
          delayMillis);
      try {
        stopping.await(delayMillis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopping.countDown();
      }
    }

    private boolean isStopping() {
      return stopping.getCount() == 0;
    }

    private EvaluatorLoop newLoop(Consumer<String, byte[]> consumer, Evaluator evaluator) {
      Duration request = Duration.ofMillis(config.loadTimeoutMillis());
      return new EvaluatorLoop(
          consumer,
          evaluator,
          new SlotStateLoader(
              clients::stateConsumer, observer, clock, request, settings.retention().outcome()),
          new EvaluatorLoop.Watchers(observer, status, traces),
          new EvaluatorLoop.Timing(
              clock,
              Duration.ofMillis(config.pollMillis()),
              Duration.ofMillis(config.commitIntervalMillis()),
              request));
    }
  }
}
