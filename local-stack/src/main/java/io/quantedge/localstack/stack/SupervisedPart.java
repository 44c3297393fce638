package io.quantedge.localstack.stack;

import io.quantedge.localstack.part.Blueprint;
import io.quantedge.localstack.part.RunningPart;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One part of a supervised set: what it is, its present process, its restarts. Thread-safe. */
final class SupervisedPart {
  private final Blueprint blueprint;
  private final RestartPolicy policy;
  private volatile @Nullable RunningPart running;
  private volatile int restarts;

  SupervisedPart(Blueprint blueprint, RestartPolicy policy) {
    this.blueprint = blueprint;
    this.policy = policy;
  }

  Blueprint blueprint() {
    return blueprint;
  }

  String name() {
    return blueprint.name();
  }

  Optional<RunningPart> running() {
    return Optional.ofNullable(running);
  }

  void started(RunningPart part) {
    running = part;
  }

  /** Takes one restart if the policy allows it. */
  synchronized boolean tryRestart(Instant now) {
    boolean allowed = policy.tryRestart(now);
    if (allowed) {
      restarts = restarts + 1;
    }
    return allowed;
  }

  int restarts() {
    return restarts;
  }

  String policy() {
    return policy.toString();
  }

  boolean isReady() {
    return running().filter(part -> part.process().isAlive()).isPresent() && blueprint.isReady();
  }
}
