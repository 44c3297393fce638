package io.quantedge.telemetry.application.incident;

import static io.quantedge.telemetry.fixture.LocalTruth.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.localstack.dsql.fault.Cut;
import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.application.incident.Incidents.ContendedException;
import io.quantedge.telemetry.domain.incident.EventRequest;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentEventType;
import io.quantedge.telemetry.domain.incident.IncidentState;
import io.quantedge.telemetry.domain.incident.IncidentSummary;
import io.quantedge.telemetry.domain.incident.Requests;
import io.quantedge.telemetry.domain.incident.Signal;
import io.quantedge.telemetry.domain.incident.Verdict;
import io.quantedge.telemetry.dsql.DsqlStores;
import io.quantedge.telemetry.fixture.LocalTruth;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a local Aurora DSQL, where whoever loses a race is told so at COMMIT. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentWritersIT {
  private static final int WRITERS = 16;
  private static final int REQUESTS_EACH = 5;
  private static final long SEED = 20_260_301;
  private static final String FORKS =
      "SELECT count(*) FROM (SELECT 1 FROM incident_events GROUP BY incident_id, version"
          + " HAVING count(*) > 1) AS forks";

  private LocalTruth truth;
  private CountingStore store;
  private Incidents incidents;

  @BeforeAll
  void start() throws IOException {
    truth = new LocalTruth();
    store = new CountingStore(DsqlStores.incidents(truth.dsql()));
    incidents =
        new Incidents(
            store,
            new Incidents.Retries(12, new FullJitter(10, 1_000)),
            () -> ThreadLocalRandom.current().nextLong(),
            Clock.systemUTC());
  }

  @AfterAll
  void stop() {
    truth.close();
  }

  @BeforeEach
  void noConflictsYet() {
    store.conflicts.set(0);
  }

  @AfterEach
  void tidy() {
    truth.faults().clear();
    truth.directly("DELETE FROM incident_events");
  }

  private Incident opened(String subject) {
    return Requests.granted(now(incidents.raise(Requests.signal(subject, Instant.now()))));
  }

  private Incident read(UUID incidentId) {
    return now(incidents.find(incidentId, Optional.empty())).orElseThrow();
  }

  /** Runs as many at once as there are writers, and passes on what any of them threw. */
  private static void together(IntConsumer work) throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        all.add(
            threads.submit(() -> {
              start.await();
              work.accept(writer);
              return writer;
            }));
      }
      start.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** As a responder's program would: when others were always faster, it sends the same again. */
  private Verdict record(UUID incidentId, EventRequest request) {
    return now(
        Uni.createFrom()
            .deferred(() -> incidents.record(incidentId, request))
            .onFailure(ContendedException.class)
            .retry()
            .indefinitely());
  }

  @Test
  void sixteenWritersAtOnceMakeOneHistoryWithEachAcceptedEventOnce() throws Exception {
    UUID id = opened("slot-1").incidentId();
    ConcurrentLinkedQueue<UUID> accepted = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<UUID> refused = new ConcurrentLinkedQueue<>();

    together(writer -> {
      SplittableRandom random = new SplittableRandom(SEED + writer);
      for (int i = 0; i < REQUESTS_EACH; i++) {
        EventRequest request = Requests.random(random, "writer-" + writer);
        switch (record(id, request)) {
          case Verdict.Granted _ -> accepted.add(request.eventId());
          case Verdict.NotAllowed _ -> refused.add(request.eventId());
          default -> throw new AssertionError("new events are granted or refused");
        }
      }
    });

    // Reading it checks that versions have no gap and that each event was allowed in its place.
    Incident incident = read(id);
    assertThat(incident.events().stream().skip(1).map(event -> event.request().eventId()))
        .as("seed %d", SEED)
        .containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(accepted.size() + refused.size()).isEqualTo(WRITERS * REQUESTS_EACH);
    assertThat(truth.count(FORKS)).isZero();
    assertThat(store.conflicts.get()).as("attempts that lost a race").isPositive();
  }

  @Test
  void withoutTheVersionsKeyTheHistoryForks() throws Exception {
    UUID id = opened("slot-1").incidentId();
    truth.directly("ALTER TABLE incident_events DROP CONSTRAINT incident_events_pkey");
    try {
      together(writer -> {
        try {
          record(id, Requests.of(new UUID(writer, 1), IncidentEventType.NOTED, "w" + writer));
        } catch (IllegalStateException e) {
          // It read a history that had forked already.
        }
      });

      assertThat(truth.count(FORKS)).as("two events of one version").isPositive();
      assertThatThrownBy(() -> read(id)).hasStackTraceContaining("is no history");
    } finally {
      truth.directly("DELETE FROM incident_events");
      truth.directly(
          "ALTER TABLE incident_events ADD CONSTRAINT incident_events_pkey"
              + " PRIMARY KEY (incident_id, version)");
    }
  }

  @Test
  void sixteenDetectorsAtOnceOpenOneIncident() throws Exception {
    AtomicInteger granted = new AtomicInteger();
    Signal signal = Requests.signal("slot-1", Instant.now());

    together(_ -> {
      if (now(incidents.raise(signal)) instanceof Verdict.Granted) {
        granted.incrementAndGet();
      }
    });

    assertThat(granted).hasValue(1);
    assertThat(read(signal.incidentId()).version()).isEqualTo(1);
  }

  @Test
  void oneEventThatSixteenSendAtOnceIsRecordedOnce() throws Exception {
    UUID id = opened("slot-1").incidentId();
    EventRequest request = Requests.of(IncidentEventType.ACKNOWLEDGED, "ann");
    AtomicInteger granted = new AtomicInteger();

    together(_ -> {
      switch (record(id, request)) {
        case Verdict.Granted _ -> granted.incrementAndGet();
        case Verdict.Unchanged same ->
            assertThat(same.incident().state()).isEqualTo(IncidentState.ACKNOWLEDGED);
        default -> throw new AssertionError("it is the same event");
      }
    });

    assertThat(granted).hasValue(1);
    assertThat(read(id).version()).isEqualTo(2);
  }

  @Test
  void anEventWhoseCommitGotNoAnswerIsRecordedOnce() {
    UUID id = opened("slot-1").incidentId();
    truth.faults().cutNext(Cut.AFTER_COMMIT, 1);

    Verdict verdict = record(id, Requests.of(IncidentEventType.RESOLVED, "ann"));

    assertThat(verdict).isInstanceOf(Verdict.Unchanged.class);
    assertThat(read(id).version()).isEqualTo(2);
    assertThat(store.conflicts.get()).isEqualTo(1);
  }

  @Test
  void anEventIdCountsInAllIncidents() {
    UUID one = opened("slot-1").incidentId();
    UUID other = opened("slot-2").incidentId();
    EventRequest request = Requests.of(IncidentEventType.ACKNOWLEDGED, "ann");
    record(one, request);

    assertThat(record(other, request)).isEqualTo(new Verdict.IdTaken());
    assertThat(read(other).version()).isEqualTo(1);
  }

  @Test
  void listsAndCountsSayWhatTheFoldSaysNowAndAsOfEveryInstant() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Incident> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      UUID id = opened("slot-" + i).incidentId();
      for (int e = 0; e < 6; e++) {
        record(id, Requests.random(random, "ann"));
      }
      all.add(read(id));
    }
    List<Instant> instants =
        all.stream().flatMap(one -> one.events().stream()).map(event -> event.at()).toList();

    assertSameAsFold(all, Optional.empty());
    instants.forEach(instant -> assertSameAsFold(all, Optional.of(instant)));
    assertSameAsFold(all, Optional.of(instants.getFirst().minusSeconds(1)));
  }

  private void assertSameAsFold(List<Incident> all, Optional<Instant> asOf) {
    List<IncidentSummary> then =
        all.stream()
            .flatMap(one -> (asOf.isEmpty() ? Optional.of(one) : one.asOf(asOf.get())).stream())
            .map(IncidentSummary::of)
            .toList();
    for (IncidentState state : IncidentState.values()) {
      List<IncidentSummary> expected =
          then.stream().filter(one -> one.state() == state).toList().reversed();
      assertThat(pages(Optional.of(state), asOf))
          .as("seed %d state %s as of %s", SEED, state, asOf)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(now(incidents.list(query(Optional.empty(), asOf, Optional.empty()))).counts())
          .containsEntry(state, (long) expected.size());
    }
    assertThat(pages(Optional.empty(), asOf)).containsExactlyInAnyOrderElementsOf(then);
  }

  private List<IncidentSummary> pages(Optional<IncidentState> state, Optional<Instant> asOf) {
    List<IncidentSummary> all = new ArrayList<>();
    Optional<IncidentStore.Key> after = Optional.empty();
    while (true) {
      List<IncidentSummary> page = now(incidents.list(query(state, asOf, after))).incidents();
      if (page.isEmpty()) {
        assertThat(all).isSortedAccordingTo((one, two) -> two.openedAt().compareTo(one.openedAt()));
        return all;
      }
      all.addAll(page);
      IncidentSummary last = page.getLast();
      after = Optional.of(new IncidentStore.Key(last.openedAt(), last.incidentId()));
    }
  }

  private static IncidentStore.Query query(
      Optional<IncidentState> state, Optional<Instant> asOf, Optional<IncidentStore.Key> after) {
    return new IncidentStore.Query(state, asOf, after, 3);
  }

  @Test
  void telemetrysRoleCanNeitherChangeNorDeleteWhatHappened() {
    opened("slot-1");

    for (String sql :
        List.of("UPDATE incident_events SET actor = 'eve'", "DELETE FROM incident_events")) {
      assertThatThrownBy(
              () -> now(truth.dsql().onConnection(connection -> connection.query(sql).execute())))
          .hasStackTraceContaining("42501");
    }
    assertThat(truth.count("SELECT count(*) FROM incident_events WHERE actor = 'telemetry'"))
        .isEqualTo(1);
  }

  /** Counts the attempts that have to begin again. */
  private static final class CountingStore implements IncidentStore {
    private final IncidentStore real;
    private final AtomicInteger conflicts = new AtomicInteger();

    CountingStore(IncidentStore real) {
      this.real = real;
    }

    @Override
    public Uni<Verdict> append(UUID incidentId, Judge judge) {
      return real.append(incidentId, judge)
          .onFailure(WrittenMeanwhile.class)
          .invoke(_ -> conflicts.incrementAndGet());
    }

    @Override
    public Uni<Optional<Incident>> find(UUID incidentId) {
      return real.find(incidentId);
    }

    @Override
    public Uni<Listing> list(Query query) {
      return real.list(query);
    }

    @Override
    public Uni<Map<KindAndState, Long>> count() {
      return real.count();
    }
  }
}
