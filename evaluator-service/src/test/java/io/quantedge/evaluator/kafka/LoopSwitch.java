package io.quantedge.evaluator.kafka;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other packages stop the loop. */
@ApplicationScoped
public class LoopSwitch {
  private final LoopSupervisor supervisor;

  LoopSwitch(LoopSupervisor supervisor) {
    this.supervisor = supervisor;
  }

  public void off() {
    supervisor.stop();
  }

  public void on() {
    supervisor.start();
  }
}
