package io.quantedge.settlement.kafka;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.application.GroupLimits;
import io.quantedge.settlement.application.ProcessOutcomes;
import io.quantedge.settlement.application.ProcessOutcomes.Processed;
import io.quantedge.settlement.config.OutcomesConfig;
import io.quantedge.settlement.config.SchemaConfig;
import io.quantedge.settlement.config.SchemaConfig.Apply;
import io.quantedge.settlement.kafka.GroupLanes.Work;
import io.quantedge.settlement.tracing.GroupTraces.Group;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes outcomes and acknowledges each only when it is settled and announced, or isolated. Outcomes
 * run in a fixed number of lanes, chosen by key: one buyer's outcomes stay in order, share SQL
 * transactions and do not fight each other for its balance, those of different buyers run side by
 * side. Thread-safe.
 */
@Singleton
public class OutcomeConsumer {
  private static final Logger log = Logger.getLogger(OutcomeConsumer.class);

  private final Multi<Message<byte[]>> outcomes;
  private final ProcessOutcomes processOutcomes;
  private final DeadLetters deadLetters;
  private final ContextHeaders contexts;
  private final GroupLimits limits;
  private final GroupLanes<Taken> lanes;
  private final boolean migratesOnly;
  private volatile boolean running = true;

  OutcomeConsumer(
      @Channel("auction-outcomes") Multi<Message<byte[]>> outcomes,
      ProcessOutcomes processOutcomes,
      DeadLetters deadLetters,
      ContextHeaders contexts,
      OutcomesConfig config,
      SchemaConfig schema) {
    this.outcomes = outcomes;
    this.processOutcomes = processOutcomes;
    this.deadLetters = deadLetters;
    this.contexts = contexts;
    this.migratesOnly = schema.apply() == Apply.AND_EXIT;
    this.limits = new GroupLimits(config.groupSize(), config.groupRows());
    this.lanes =
        new GroupLanes<>(
            config.lanes(),
            config.inFlight(),
            new Work<>(Taken::hashOfKey, this::groupSize, this::handle),
            this::stopped);
  }

  /** Whether outcomes are still being taken. */
  public boolean isRunning() {
    return running;
  }

  void onStart(@Observes StartupEvent event) {
    if (migratesOnly) {
      return;
    }
    outcomes.map(Taken::of).subscribe().withSubscriber(lanes);
  }

  /** A record that cannot be read stands alone; it ends the group before it. */
  private int groupSize(Collection<Taken> waiting) {
    Stream<AuctionOutcome> readable =
        waiting.stream()
            .takeWhile(taken -> taken.outcome().isPresent())
            .flatMap(taken -> taken.outcome().stream());
    return Math.max(1, limits.first(readable::iterator).size());
  }

  /** The next group of a lane begins when this one is settled, not when that is announced. */
  private Uni<Uni<Void>> handle(List<Taken> group) {
    List<AuctionOutcome> readable =
        group.stream().flatMap(taken -> taken.outcome().stream()).toList();
    if (readable.isEmpty()) {
      Taken unreadable = group.getFirst();
      return Uni.createFrom()
          .item(isolateAndAcknowledge(unreadable, Optional.of(unreadable.unreadable())));
    }
    Optional<Group> traced = contexts.begin(group);
    return processOutcomes
        .process(readable)
        .invoke(processed -> traced.ifPresent(span -> span.settled(isolated(processed))))
        .map(processed ->
            processed
                .told()
                .invoke(() -> traced.ifPresent(Group::told))
                .chain(() -> acknowledge(group, processed.verdicts())));
  }

  private static long isolated(Processed processed) {
    return processed.verdicts().stream().filter(Optional::isPresent).count();
  }

  private Uni<Void> acknowledge(List<Taken> group, List<Optional<String>> verdicts) {
    List<Uni<Void>> all =
        IntStream.range(0, group.size())
            .mapToObj(i -> isolateAndAcknowledge(group.get(i), verdicts.get(i)))
            .toList();
    return Uni.join().all(all).andFailFast().replaceWithVoid();
  }

  private Uni<Void> isolateAndAcknowledge(Taken taken, Optional<String> cause) {
    Uni<Void> isolated =
        cause
            .map(text -> deadLetters.send(taken.record(), text))
            .orElseGet(() -> Uni.createFrom().voidItem());
    return isolated.chain(() -> Uni.createFrom().completionStage(taken.message()::ack));
  }

  private void stopped(Throwable failure) {
    running = false;
    log.fatal("outcomes are taken no more; this process must be restarted", failure);
  }
}
