package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.simulator.domain.evidence.Answers;
import io.quantedge.simulator.domain.evidence.Answers.Receipt;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.SlotLog;
import io.quantedge.simulator.domain.scenario.BidPurpose;
import io.quantedge.simulator.domain.scenario.Closing;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What intake answered, against the plan and against the log. */
public final class IntakeChecks {
  private static final String SLOT_CLOSED = "SLOT_CLOSED";
  private static final String CONFLICTING_BID = "CONFLICTING_BID";

  private final Scenario scenario;
  private final Answers answers;
  private final AuctionLog log;
  private final PlannedBids planned;
  private final Map<String, PlannedSlot> slots;

  public IntakeChecks(Scenario scenario, Answers answers, AuctionLog log, PlannedBids planned) {
    this.scenario = scenario;
    this.answers = answers;
    this.log = log;
    this.planned = planned;
    this.slots =
        scenario.slots().stream()
            .collect(Collectors.toMap(slot -> slot.slotId().value(), Function.identity()));
  }

  public List<Check> all() {
    return List.of(everyBidAnswered(), rightAnswers(), receipts(), logHoldsOnlyWhatWasSent());
  }

  private Check everyBidAnswered() {
    Audit audit = new Audit("every bid was answered");
    for (int i = 0; i < answers.planned(); i++) {
      PlannedBid bid = scenario.bids().get(i);
      audit.judge(answers.isAnswered(i), () -> "no answer to " + name(bid));
    }
    return audit.toCheck();
  }

  private Check rightAnswers() {
    Audit audit = new Audit("valid bids taken, others refused with the reason");
    for (int i = 0; i < answers.planned(); i++) {
      if (answers.isAnswered(i)) {
        audit.judge(faultOfAnswer(scenario.bids().get(i), answers.refusal(i)));
      }
    }
    return audit.toCheck();
  }

  private Optional<String> faultOfAnswer(PlannedBid bid, Optional<String> refusal) {
    boolean mayBeTooLate =
        bid.purpose() == BidPurpose.LATE
            || Optional.ofNullable(slots.get(bid.slotId()))
                .filter(slot -> slot.closing() != Closing.AFTER_BIDS)
                .isPresent();
    boolean right =
        refusal.equals(bid.purpose().refusal())
            || (mayBeTooLate && refusal.equals(Optional.of(SLOT_CLOSED)))
            || (refusal.equals(Optional.of(CONFLICTING_BID)) && isContradicted(bid));
    return right
        ? Optional.empty()
        : Optional.of(
            "%s is %s and was %s"
                .formatted(
                    name(bid),
                    bid.purpose(),
                    refusal.map(code -> "refused with " + code).orElse("acknowledged")));
  }

  /** Of two bids with one id either may have come first; the log has the one that did. */
  private boolean isContradicted(PlannedBid bid) {
    return log.slot(new SlotId(bid.slotId())).stream()
        .flatMap(slot -> slot.bids().stream())
        .map(SlotLog.LoggedBid::bid)
        .anyMatch(
            logged -> logged.bidId().value().equals(bid.bidId()) && !bid.saysTheSameAs(logged));
  }

  private Check receipts() {
    Audit audit = new Audit("every receipt points at its bid in the log");
    for (int i = 0; i < answers.planned(); i++) {
      PlannedBid bid = scenario.bids().get(i);
      answers.receipt(i).ifPresent(receipt -> audit.judge(isTrue(receipt, bid), () -> name(bid)));
    }
    return audit.toCheck();
  }

  private boolean isTrue(Receipt receipt, PlannedBid bid) {
    return log.slot(new SlotId(bid.slotId()))
        .filter(slot -> slot.partition() == receipt.partition())
        .flatMap(slot -> slot.at(receipt.offset()))
        .filter(bid::saysTheSameAs)
        .filter(logged -> logged.acceptedAt().equals(receipt.acceptedAt()))
        .isPresent();
  }

  private Check logHoldsOnlyWhatWasSent() {
    Audit audit = new Audit("the log holds only slots and bids that were sent");
    for (PlannedSlot slot : scenario.slots()) {
      Optional<SlotLog> found = log.slot(slot.slotId());
      audit.judge(
          found
              .flatMap(SlotLog::opening)
              .filter(o -> isAsPlanned(o.definition(), slot))
              .isPresent(),
          () -> slot.slotId() + " is not in the log as it was defined");
      found.ifPresent(slotLog -> auditBids(slot, slotLog, audit));
    }
    if (log.unreadable() > 0) {
      audit.fault(log.unreadable() + " records cannot be read");
    }
    return audit.toCheck();
  }

  private void auditBids(PlannedSlot slot, SlotLog slotLog, Audit audit) {
    for (SlotLog.LoggedBid logged : slotLog.bids()) {
      Bid bid = logged.bid();
      audit.judge(
          planned.saying(bid).isPresent(),
          () ->
              "nobody sent what offset %d says of bid %s".formatted(logged.offset(), bid.bidId()));
    }
    if (slotLog.strays() > 0) {
      audit.fault(slot.slotId() + " has records in another partition");
    }
  }

  private static boolean isAsPlanned(SlotDefinition definition, PlannedSlot slot) {
    return definition.publisherId().value().equals(slot.publisherId())
        && definition.floor().equals(slot.terms().floor())
        && definition.increment().equals(slot.terms().increment())
        && definition.pricing() == slot.terms().pricing()
        && definition.ranking() == slot.terms().ranking();
  }

  private static String name(PlannedBid bid) {
    return "bid " + bid.bidId() + " for " + bid.slotId();
  }
}
