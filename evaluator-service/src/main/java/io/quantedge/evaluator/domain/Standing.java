package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.SlotDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best bid of each of a slot's best accounts. Bounded and still exact: an account's best only
 * improves, so one that fell out comes back only by a bid that is better than all it made before.
 * One account more than the candidates is kept, because the last candidate's price is made by the
 * one behind it.
 */
final class Standing {
  private final SlotDefinition slot;
  private final Ranking ranking;
  private final int candidates;
  private final List<Bid> bestFirst;

  Standing(SlotDefinition slot, int candidates) {
    this.slot = slot;
    this.ranking = new Ranking(slot.ranking());
    this.candidates = candidates;
    this.bestFirst = new ArrayList<>(candidates + 2);
  }

  /** What {@link #restore} needs, best first. */
  List<Bid> bestFirst() {
    return List.copyOf(bestFirst);
  }

  /** Goes on from where another standing was. */
  void restore(List<Bid> best) {
    bestFirst.addAll(best);
  }

  void offer(Bid bid) {
    for (int i = 0; i < bestFirst.size(); i++) {
      Bid known = bestFirst.get(i);
      if (known.accountId().equals(bid.accountId())) {
        if (ranking.outranks(bid, known)) {
          bestFirst.remove(i);
          insert(bid);
        }
        return;
      }
    }
    insert(bid);
  }

  Optional<Bid> leader() {
    return bestFirst.stream().findFirst();
  }

  List<Candidate> candidates() {
    Pricing pricing = new Pricing(slot, ranking);
    List<Candidate> priced = new ArrayList<>();
    for (int i = 0; i < Math.min(candidates, bestFirst.size()); i++) {
      Bid bid = bestFirst.get(i);
      Optional<Bid> rival = bestFirst.stream().skip(i + 1L).findFirst();
      priced.add(new Candidate(i + 1, bid, pricing.clearingPrice(bid, rival)));
    }
    return priced;
  }

  private void insert(Bid bid) {
    int place = bestFirst.size();
    while (place > 0 && ranking.outranks(bid, bestFirst.get(place - 1))) {
      place--;
    }
    bestFirst.add(place, bid);
    if (bestFirst.size() > candidates + 1) {
      bestFirst.removeLast();
    }
  }
}
