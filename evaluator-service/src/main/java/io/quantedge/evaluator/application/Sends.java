package io.quantedge.evaluator.application;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends each message again until it is acknowledged, a bounded number at a time. A failed send is
 * never dropped: an outcome that nobody hears of would hold back its partition for ever, and it
 * should. Acknowledgements arrive on any thread; everything else runs on the loop's.
 */
final class Sends {
  private static final Logger LOG = Logger.getLogger(Sends.class);

  private final Queue<Answer<?>> answers = new ConcurrentLinkedQueue<>();
  private final Deque<Send<?>> ready = new ArrayDeque<>();
  private final Set<Send<?>> pending = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Agenda agenda;
  private final Clock clock;
  private final Duration retryDelay;
  private final Limits limits;
  private final EvaluationObserver observer;
  private int inFlight;

  Sends(
      Agenda agenda, Clock clock, Duration retryDelay, Limits limits, EvaluationObserver observer) {
    this.agenda = agenda;
    this.clock = clock;
    this.retryDelay = retryDelay;
    this.limits = limits;
    this.observer = observer;
  }

  /**
   * @param inFlight how many sends may wait for their acknowledgement
   * @param perTurn how many may be made before the loop looks after something else
   */
  record Limits(int inFlight, int perTurn) {}

  /**
   * @param what the message, for the log
   * @param action sends; asked again after a failure
   * @param then takes the answer, unless the owner was forgotten meanwhile
   */
  <T> void untilAcknowledged(
      Object owner,
      String what,
      Supplier<? extends CompletionStage<? extends T>> action,
      Consumer<? super T> then) {
    Send<T> send = new Send<>(owner, what, action, then);
    pending.add(send);
    ready.add(send);
  }

  /** Takes the answers that arrived and sends what may be sent. Does not wait. */
  void work() {
    for (Answer<?> answer = answers.poll(); answer != null; answer = answers.poll()) {
      inFlight--;
      settle(answer);
    }
    for (int i = 0; i < limits.perTurn && canSend(); i++) {
      start(ready.remove());
    }
  }

  /** Drops the owner's messages: it no longer has the right to them, or the duty. */
  void forget(Object owner) {
    pending.removeIf(send -> send.owner == owner);
    ready.removeIf(send -> send.owner == owner);
  }

  int pendingCount() {
    return pending.size();
  }

  /** Whether an answer may arrive, or something can be sent, at any moment. */
  boolean isBusy() {
    return inFlight > 0 || !ready.isEmpty();
  }

  /** Whether something can be sent without waiting for an answer. */
  boolean canSend() {
    return inFlight < limits.inFlight && !ready.isEmpty();
  }

  private <T> void start(Send<T> send) {
    if (!pending.contains(send)) {
      return;
    }
    inFlight++;
    send.action
        .get()
        .whenComplete((answer, failure) -> answers.add(new Answer<>(send, answer, failure)));
  }

  private <T> void settle(Answer<T> answer) {
    Send<T> send = answer.send;
    if (!pending.contains(send)) {
      return;
    }
    Throwable failure = answer.failure;
    if (failure == null) {
      pending.remove(send);
      send.then.accept(answer.value);
      return;
    }
    observer.sendFailed();
    send.failures++;
    // At the first, second, fourth, eighth … failure: an outage must not flood the log.
    if (Integer.bitCount(send.failures) == 1) {
      LOG.warnf(
          "send failed, will be repeated what=%s failures=%d retryMillis=%d cause=%s",
          send.what, send.failures, retryDelay.toMillis(), failure);
    }
    agenda.after(clock.instant().plus(retryDelay), send.owner, () -> ready.add(send));
  }

  private record Answer<T>(Send<T> send, T value, @Nullable Throwable failure) {}

  private static final class Send<T> {
    private final Object owner;
    private final String what;
    private final Supplier<? extends CompletionStage<? extends T>> action;
    private final Consumer<? super T> then;
    private int failures;

    Send(
        Object owner,
        String what,
        Supplier<? extends CompletionStage<? extends T>> action,
        Consumer<? super T> then) {
      this.owner = owner;
      this.what = what;
      this.action = action;
      this.then = then;
    }
  }
}
