package io.quantedge.simulator.traffic;

import io.quantedge.simulator.application.Reply;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what many senders see. Thread-safe. */
final class Tally {
  /** More codes than the exchange has; a bound on memory. */
  private static final int MAX_CODES = 32;

  private final LongAdder sent = new LongAdder();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder unanswered = new LongAdder();
  private final LongAdder leftOut = new LongAdder();
  private final LongAdder putOff = new LongAdder();
  private final LongAdder opened = new LongAdder();
  private final ConcurrentHashMap<String, LongAdder> refusedByCode = new ConcurrentHashMap<>();
  private volatile Optional<String> problem = Optional.empty();

  void sent() {
    sent.increment();
  }

  void ended(Reply reply) {
    switch (reply) {
      case Reply.Acknowledged _ -> acknowledged.increment();
      case Reply.Refused(var code, var detail) -> refused(code, detail);
      case Reply.Done _ -> refused("NO_RECEIPT", "a bid was answered without a receipt");
      case Reply.TryLater _ -> unanswered.increment();
    }
  }

  private void refused(String code, String detail) {
    refused.increment();
    String counted =
        refusedByCode.size() < MAX_CODES || refusedByCode.containsKey(code) ? code : "OTHER";
    refusedByCode.computeIfAbsent(counted, _ -> new LongAdder()).increment();
    problem("a bid was refused: " + code + ": " + detail);
  }

  /** No answer will come any more. */
  void unanswered() {
    unanswered.increment();
  }

  void putOff(String why) {
    putOff.increment();
    problem(why);
  }

  void leftOut(long bids) {
    leftOut.add(bids);
  }

  void opened() {
    opened.increment();
  }

  void problem(String sentence) {
    problem = Optional.of(sentence);
  }

  /**
   * Bids are counted as sent before they are counted as answered, so the answers are read first.
   */
  TrafficCounts counts(TrafficCounts.State state, long slotsClosed) {
    TreeMap<String, Long> byCode = new TreeMap<>();
    refusedByCode.forEach((code, count) -> byCode.put(code, count.sum()));
    long acknowledgedBids = acknowledged.sum();
    long refusedBids = refused.sum();
    long unansweredBids = unanswered.sum();
    return new TrafficCounts(
        state,
        sent.sum(),
        acknowledgedBids,
        refusedBids,
        unansweredBids,
        leftOut.sum(),
        putOff.sum(),
        opened.sum(),
        slotsClosed,
        byCode,
        problem);
  }
}
