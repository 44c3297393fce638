package io.quantedge.simulator.application;

import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.evidence.Answers;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends planned bids with a bounded number under way, and writes down each final answer. */
final class BidSender {
  private final Exchange exchange;

  private final Persistence persistence;
  private final int inFlight;

  BidSender(Exchange exchange, Persistence persistence, int inFlight) {
    this.exchange = exchange;
    this.persistence = persistence;
    this.inFlight = inFlight;
  }

  /** Is told of each bid before it is sent. */
  @FunctionalInterface
  interface BeforeBid {
    void accept(int index) throws InterruptedException, RunFailedException;
  }

  /** Sends bids in the order of the plan; many may overtake each other. */
  void sendFreely(
      Scenario scenario, int from, int to, Answers answers, BeforeBid before, Progress progress)
      throws InterruptedException, RunFailedException {
    AtomicInteger next = new AtomicInteger(from);
    Crew.Task worker =
        () -> {
          for (int i = next.getAndIncrement(); i < to; i = next.getAndIncrement()) {
            before.accept(i);
            send(scenario.bids().get(i), i, answers);
            progress.step();
          }
        };
    Crew.run(Collections.nCopies(Math.min(inFlight, Math.max(1, to - from)), worker));
  }

  /** Sends the bids of all slots side by side, and those of each slot strictly in their order. */
  void sendInTurn(Scenario scenario, Answers answers, Progress progress)
      throws InterruptedException, RunFailedException {
    Map<String, List<Integer>> bySlot = new LinkedHashMap<>();
    for (int i = 0; i < scenario.bids().size(); i++) {
      bySlot.computeIfAbsent(scenario.bids().get(i).slotId(), id -> new ArrayList<>()).add(i);
    }
    Semaphore permits = new Semaphore(inFlight, true);
    List<Crew.Task> lanes = new ArrayList<>();
    for (List<Integer> lane : bySlot.values()) {
      lanes.add(() -> {
        for (int i : lane) {
          permits.acquire();
          try {
            send(scenario.bids().get(i), i, answers);
          } finally {
            permits.release();
          }
          progress.step();
        }
      });
    }
    Crew.run(lanes);
  }

  private void send(PlannedBid bid, int index, Answers answers) throws InterruptedException {
    switch (persistence.ask(() -> exchange.place(bid))) {
      case Reply.Acknowledged(var receipt) -> answers.acknowledged(index, receipt);
      case Reply.Refused(var code, var detail) -> answers.refused(index, code);
      case Reply.Done done -> answers.refused(index, "NO_RECEIPT");
      case Reply.TryLater later -> {
        // Stays unanswered: the check for it names the bid.
      }
    }
  }
}
