package io.quantedge.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.localstack.LocalKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * G10: the log alone makes the outcomes. It is copied to a broker that knows nothing else, record
 * by record to the same offsets, and an evaluator that knows nothing else reads it there.
 */
@ExtendWith(EvaluationStack.Shared.class)
class ReplayedLogST {
  private static final long SEED = 20_260_303;

  @Test
  void evaluatorThatHasNothingButTheLogTellsTheSameOutcomesByteForByte(EvaluationStack stack) {
    try (AuctionLogs original = new AuctionLogs(stack.kafka());
        LocalKafka empty = LocalKafka.start();
        AuctionLogs copy = new AuctionLogs(empty.bootstrapServers())) {
      // given slots that were traded, closed by hand and by time, and decided
      List<SlotId> slots = traded(stack, original);
      Map<SlotId, Set<String>> told = original.outcomes();
      copy.copy(original.all(Topic.AUCTION_EVENTS));

      // when another evaluator reads the copy
      stack.startEvaluator("historian", empty.bootstrapServers());

      // then it tells what was told: these slots, and all that other tests have traded before
      assertThat(told.keySet()).containsAll(slots);
      OutcomeAssertions.assertOneOutcomeEach(copy, told.keySet());
      assertThat(copy.outcomes()).containsAllEntriesOf(told);
      System.out.printf("seed %d: %d outcomes replayed%n", SEED, told.size());
    } finally {
      stack.stopEvaluators();
    }
  }

  private static List<SlotId> traded(EvaluationStack stack, AuctionLogs logs) {
    stack.startEvaluator("original");
    List<SlotId> slots = new ArrayList<>();
    try (Traders traders = new Traders(stack.ingest(), SEED)) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
      for (int number = 0; number < 8; number++) {
        slots.add(traders.open("replayed", number, now.plus(Duration.ofSeconds(6))));
      }
      traders.bid(slots, 400);
      slots.subList(0, 4).forEach(traders::close);
      OutcomeAssertions.assertOneOutcomeEach(logs, slots);
    }
    stack.stop("original");
    return slots;
  }
}
