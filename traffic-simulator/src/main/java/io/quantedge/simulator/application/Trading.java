package io.quantedge.simulator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.domain.evidence.Answers;
import io.quantedge.simulator.domain.scenario.Closing;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The part of a run in which requests are sent: accounts, slots, bids and closings. */
final class Trading {
  private final Exchange exchange;
  private final Persistence persistence;
  private final Settings settings;
  private final Clock clock;
  private final RunListener listener;

  Trading(
      Exchange exchange,
      Persistence persistence,
      Settings settings,
      Clock clock,
      RunListener listener) {
    this.exchange = exchange;
    this.persistence = persistence;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * What came of it.
   *
   * @param sending how long the bids took, the late ones apart
   * @param lastTimer when the last slot closes by the clock, or the end of the trading
   */
  record Traded(Answers answers, Duration sending, Instant lastTimer) {}

  Traded trade(Scenario scenario) throws InterruptedException, RunFailedException {
    openAccounts(scenario);
    Instant timer = openSlots(scenario);
    Answers answers = new Answers(scenario.bids().size());
    BidSender sender = new BidSender(exchange, persistence, settings.inFlight());
    Instant started = clock.instant();
    sendBids(scenario, answers, sender);
    Duration sending = Duration.between(started, clock.instant());
    closeAll(scenario);
    sendLateBids(scenario, answers, sender);
    if (persistence.repeats() > 0) {
      listener.note(
          persistence.repeats() + " requests were sent again because there was no answer at first");
    }
    Instant now = clock.instant();
    return new Traded(answers, sending, timer.isAfter(now) ? timer : now);
  }

  private void openAccounts(Scenario scenario) throws InterruptedException, RunFailedException {
    Progress progress = new Progress(listener, "opening accounts", scenario.accounts().size());
    inParallel(
        scenario.accounts(),
        account -> {
          demand("open account " + account.accountId(), () -> exchange.open(account));
          if (account.funding().isPresent()) {
            fund(scenario, account, account.funding().get());
          }
          progress.step();
        });
  }

  private void fund(Scenario scenario, PlannedAccount account, Money amount)
      throws InterruptedException, RunFailedException {
    String name = scenario.runId() + "/" + account.accountId();
    UUID fundingId = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    demand(
        "fund account " + account.accountId(),
        () -> exchange.fund(account.accountId(), fundingId, amount));
  }

  /** Slots that close by the clock are opened last, so that none of their time is lost. */
  private Instant openSlots(Scenario scenario) throws InterruptedException, RunFailedException {
    Progress progress = new Progress(listener, "opening auctions", scenario.slots().size());
    Instant farAway = clock.instant().plus(settings.openFor());
    inParallel(
        slots(scenario, closing -> closing != Closing.BY_TIMER),
        slot -> {
          demand("open slot " + slot.slotId(), () -> exchange.open(slot, farAway));
          progress.step();
        });
    List<PlannedSlot> timed = slots(scenario, closing -> closing == Closing.BY_TIMER);
    Instant timer = clock.instant().plus(timerDelay(scenario, timed));
    inParallel(
        timed,
        slot -> {
          demand("open slot " + slot.slotId(), () -> exchange.open(slot, timer));
          progress.step();
        });
    return timed.isEmpty() ? clock.instant() : timer;
  }

  private Duration timerDelay(Scenario scenario, List<PlannedSlot> timed) {
    Set<String> ids = timed.stream().map(slot -> slot.slotId().value()).collect(Collectors.toSet());
    long bids = scenario.bids().stream().filter(bid -> ids.contains(bid.slotId())).count();
    return settings.timerDelay().plusSeconds(bids / settings.timedBidsPerSecond());
  }

  private void sendBids(Scenario scenario, Answers answers, BidSender sender)
      throws InterruptedException, RunFailedException {
    Progress progress = new Progress(listener, "sending bids", scenario.lateFrom());
    switch (scenario.order()) {
      case FREE -> {
        List<PlannedSlot> amid = slots(scenario, closing -> closing == Closing.AMID_BIDS);
        int middle = scenario.lateFrom() / 2;
        sender.sendFreely(
            scenario,
            0,
            scenario.lateFrom(),
            answers,
            index -> {
              if (index == middle) {
                inParallel(amid, this::close);
              }
            },
            progress);
      }
      case IN_TURN_PER_SLOT -> sender.sendInTurn(scenario, answers, progress);
    }
  }

  private void closeAll(Scenario scenario) throws InterruptedException, RunFailedException {
    List<PlannedSlot> open = slots(scenario, closing -> closing == Closing.AFTER_BIDS);
    Progress progress = new Progress(listener, "closing auctions", open.size());
    inParallel(
        open,
        slot -> {
          close(slot);
          progress.step();
        });
  }

  private void sendLateBids(Scenario scenario, Answers answers, BidSender sender)
      throws InterruptedException, RunFailedException {
    int from = scenario.lateFrom();
    int to = scenario.bids().size();
    if (from < to) {
      Progress progress = new Progress(listener, "sending late bids", to - from);
      sender.sendFreely(scenario, from, to, answers, index -> {}, progress);
    }
  }

  private void close(PlannedSlot slot) throws InterruptedException, RunFailedException {
    SlotId slotId = slot.slotId();
    demand("close slot " + slotId, () -> exchange.close(slotId));
  }

  private void demand(String what, Persistence.Request request)
      throws InterruptedException, RunFailedException {
    switch (persistence.ask(request)) {
      case Reply.Refused(var code, var detail) ->
          throw new RunFailedException("could not %s: %s: %s".formatted(what, code, detail));
      case Reply.TryLater later ->
          throw new RunFailedException(
              "could not %s, no answer for too long: %s".formatted(what, later.problem()));
      case Reply.Done done -> {}
      case Reply.Acknowledged acknowledged -> {}
    }
  }

  private interface Step<T> {
    void take(T item) throws InterruptedException, RunFailedException;
  }

  private <T> void inParallel(List<T> items, Step<T> step)
      throws InterruptedException, RunFailedException {
    Semaphore permits = new Semaphore(settings.inFlight());
    List<Crew.Task> tasks = new ArrayList<>(items.size());
    for (T item : items) {
      tasks.add(() -> {
        permits.acquire();
        try {
          step.take(item);
        } finally {
          permits.release();
        }
      });
    }
    Crew.run(tasks);
  }

  private static List<PlannedSlot> slots(Scenario scenario, Predicate<Closing> which) {
    return scenario.slots().stream().filter(slot -> which.test(slot.closing())).toList();
  }
}
