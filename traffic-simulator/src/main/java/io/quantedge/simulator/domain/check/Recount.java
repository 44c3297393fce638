package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.simulator.domain.evidence.SlotLog;
import io.quantedge.simulator.domain.evidence.SlotLog.LoggedBid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Judges every bid of a slot's auction again, one after the other from the log: which ones count,
 * and what became of the others.
 *
 * @param counted the bids that count, in the order of the log
 */
record Recount(Tally total, SortedMap<Region, Tally> byRegion, List<Bid> counted) {

  private record Judged(Bid bid, String verdict) {}

  private static final String COUNTED = "COUNTED";
  private static final String DUPLICATE = "DUPLICATE";

  static Recount of(SlotDefinition slot, SlotLog slotLog) {
    Map<UUID, Bid> first = new HashMap<>();
    List<Judged> judged = new ArrayList<>();
    Rules rules = new Rules(slot);
    for (LoggedBid logged : slotLog.bidsInTime()) {
      Bid bid = logged.bid();
      Bid known = first.putIfAbsent(bid.bidId().value(), bid);
      judged.add(new Judged(bid, known == null ? verdict(rules, bid) : repeatVerdict(known, bid)));
    }
    SortedMap<Region, Tally> byRegion = new TreeMap<>();
    judged.stream()
        .collect(Collectors.groupingBy(one -> one.bid().region()))
        .forEach((region, ofRegion) -> byRegion.put(region, tally(ofRegion)));
    List<Bid> counted =
        judged.stream().filter(one -> one.verdict().equals(COUNTED)).map(Judged::bid).toList();
    return new Recount(tally(judged), byRegion, counted);
  }

  private static String repeatVerdict(Bid known, Bid bid) {
    return Arrays.equals(BidHash.ofContent(known), BidHash.ofContent(bid))
        ? DUPLICATE
        : RejectionReason.CONFLICTING_DUPLICATE.name();
  }

  private static String verdict(Rules rules, Bid bid) {
    return rules.judge(bid).map(Enum::name).orElse(COUNTED);
  }

  private static Tally tally(List<Judged> judged) {
    Map<String, Long> counts =
        judged.stream().collect(Collectors.groupingBy(Judged::verdict, Collectors.counting()));
    long counted = Optional.ofNullable(counts.remove(COUNTED)).orElse(0L);
    long duplicate = Optional.ofNullable(counts.remove(DUPLICATE)).orElse(0L);
    SortedMap<RejectionReason, Long> rejected = new TreeMap<>();
    counts.forEach((name, count) -> rejected.put(RejectionReason.valueOf(name), count));
    return new Tally(judged.size(), counted, duplicate, rejected);
  }
}
