package io.quantedge.evaluator.http;

import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.domain.Decider;
import io.quantedge.evaluator.domain.Disclosure;
import io.quantedge.evaluator.domain.ExplainedPrice;
import io.quantedge.evaluator.domain.Explanation;
import io.quantedge.evaluator.domain.SlotView;
import java.util.ArrayList;
import java.util.List;

/** Tells in sentences what a disclosure shows, and nothing besides. */
final class Story {
  private Story() {}

  static List<String> of(SlotView view, Disclosure disclosure) {
    List<String> sentences = new ArrayList<>();
    sentences.add(beginning(view));
    disclosure.win().ifPresent(win -> sentences.addAll(told(view.slot(), win)));
    disclosure.losses().forEach(seen -> sentences.add(told(seen.loss())));
    if (disclosure.audience() == Disclosure.Audience.BYSTANDER) {
      sentences.add(
          "No bid of your account is among the candidates; ingest-service shows your bids and what"
              + " became of them.");
    }
    return List.copyOf(sentences);
  }

  private static String beginning(SlotView view) {
    return view.leadingRegion()
        .map(region ->
            "The winning bid came from "
                + region
                + ", the best of "
                + view.total().counted()
                + " that counted.")
        .orElse("Nobody won: of " + view.total().received() + " bids none counted.");
  }

  private static List<String> told(SlotDefinition slot, Disclosure.SeenWin win) {
    List<String> sentences = new ArrayList<>();
    sentences.add(win.accountId() + " won and pays " + win.clearingPrice() + ".");
    win.bid()
        .ifPresent(seen -> {
          sentences.add(whyItWon(slot, seen));
          sentences.add(whyThatPrice(slot, seen));
        });
    return sentences;
  }

  private static String whyItWon(SlotDefinition slot, Explanation.Win win) {
    String how =
        switch (slot.ranking()) {
          case PRICE -> "It bid " + win.candidate().bid().price();
          case QUALITY ->
              "It bid "
                  + win.candidate().bid().price()
                  + " with quality "
                  + win.candidate().bid().qualityScore().toDecimal().toPlainString()
                  + ", a score of "
                  + win.score().toPlainString();
        };
    return how
        + win.decidedBy()
            .map(decider -> ", before the next account " + by(decider) + ".")
            .orElse(", and no other account is a candidate.");
  }

  private static String whyThatPrice(SlotDefinition slot, Explanation.Win win) {
    ExplainedPrice price = win.explainedPrice();
    String least =
        price
            .leastToOutrank()
            .map(amount -> "With " + amount + " it would still have been the best")
            .orElse("The best bid of another account counts");
    return switch (price.basis()) {
      case OWN_BID -> "It pays its own bid, as the slot's pricing has it.";
      case FLOOR -> "It pays the floor, because no other account made it more.";
      case RUNNER_UP_AND_INCREMENT ->
          least + "; the increment of " + slot.increment() + " comes on top.";
      case CAPPED_AT_OWN_BID ->
          least
              + "; the increment of "
              + slot.increment()
              + " would be above its own bid, so it pays that.";
      case UNNAMED_RUNNER_UP ->
          "The bid of another account made the price; the outcome does not name that one.";
    };
  }

  private static String told(Explanation.Loss loss) {
    String needed =
        loss.minToWin()
            .map(least -> "with " + least + " it would have won.")
            .orElse("no amount would have been enough with its quality.");
    return loss.candidate().bid().accountId()
        + " bid "
        + loss.candidate().bid().price()
        + " and was outranked "
        + by(loss.decidedBy())
        + "; "
        + needed;
  }

  private static String by(Decider decider) {
    return switch (decider) {
      case SCORE -> "by score";
      case AMOUNT -> "by amount, at equal scores";
      case ACCEPTED_EARLIER -> "by time, at equal amounts";
      case SMALLER_BID_ID -> "by the order of ids, at equal amounts and times";
    };
  }
}
