package io.quantedge.telemetry.application.proof;

import io.quantedge.telemetry.application.FullJitter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Takes requests for proofs, has them run one after the other, and lists them. What waits or runs
 * is in memory alone and forgotten at a restart; what has ended is in the truth store. Thread-safe.
 */
@ApplicationScoped
public class Proofs {
  private static final Logger log = Logger.getLogger(Proofs.class);

  /** Newest request first; ids by their text, as the truth store orders them. */
  private static final Comparator<ProofRun> ORDER =
      Comparator.comparing(ProofRun::requestedAt)
          .thenComparing(run -> run.runId().toString())
          .reversed();

  private final ProofRunner runner;
  private final ProofRunStore store;
  private final ProofExecution execution;
  private final Settings settings;
  private final RandomGenerator random;
  private final Clock clock;
  private final ProofQueue queue;

  /**
   * @param enabled whether any proof can be asked for here
   * @param queueSize how many runs of one kind may wait
   * @param busyAttempts how often a side is asked for while somebody else's is running
   * @param storeAttempts how often it is tried to store what came out
   * @param backoff between two such attempts
   */
  public record Settings(
      boolean enabled, int queueSize, int busyAttempts, int storeAttempts, FullJitter backoff) {}

  Proofs(
      ProofRunner runner,
      ProofRunStore store,
      ProofExecution execution,
      Settings settings,
      RandomGenerator random,
      Clock clock) {
    this.runner = runner;
    this.store = store;
    this.execution = execution;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
    this.queue = new ProofQueue(settings.queueSize());
  }

  /** What becomes of a request. */
  public sealed interface Requested {
    /** It waits for its turn. */
    record Accepted(ProofRun run) implements Requested {}

    /** This proof cannot be run now. */
    record Unavailable(String whyNot) implements Requested {}

    /** As many wait as may. */
    record Full(long queued) implements Requested {}
  }

  /**
   * Asks for a proof.
   *
   * @param given parameters by name; those that are missing have their defaults, and the seed is
   *     drawn
   * @return fails with {@link IllegalArgumentException} if a parameter is unknown or out of range
   */
  public Uni<Requested> request(ProofName kind, Map<String, Long> given) {
    return offer()
        .map(offer -> {
          ProofOffer.Kind offered = offer.of(kind);
          return offered.whyNot().isPresent()
              ? new Requested.Unavailable(offered.whyNot().get())
              : enqueue(kind, ProofParameters.complete(offered, given, random));
        });
  }

  private Requested enqueue(ProofName kind, Map<String, Long> parameters) {
    ProofRun run = ProofRun.queued(runId(), kind, parameters, clock.instant());
    if (!queue.add(run)) {
      return new Requested.Full(queue.queued(kind));
    }
    runNext();
    return new Requested.Accepted(run);
  }

  private void runNext() {
    queue
        .startNext(clock.instant())
        .ifPresent(run ->
            execution
                .run(run, queue)
                .subscribe()
                .with(
                    this::endedOne,
                    failure -> log.errorf(failure, "proofs stand still runId=%s", run.runId())));
  }

  private void endedOne(ProofRun ended) {
    execution
        .store(ended, queue)
        .subscribe()
        .with(_ -> {}, failure -> log.errorf(failure, "run lost runId=%s", ended.runId()));
    runNext();
  }

  /** A random UUID (version 4), from the random source that tests replace. */
  private UUID runId() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private Uni<ProofOffer> offer() {
    return settings.enabled()
        ? runner.offer()
        : Uni.createFrom()
            .item(ProofOffer.none("proofs are switched off (exchange.telemetry.proofs.enabled)"));
  }

  /**
   * What can be run, what runs, and what came out last.
   *
   * @param running the run of each kind that runs
   * @param last the newest run of each kind that has ended
   */
  public record Board(
      ProofOffer offer,
      Map<ProofName, UUID> running,
      Map<ProofName, Long> queued,
      Map<ProofName, ProofRun> last) {}

  /** Without the truth store the last runs are missing, and nothing else. */
  public Uni<Board> board() {
    return Uni.combine()
        .all()
        .unis(offer(), newest())
        .asTuple()
        .map(both -> {
          Map<ProofName, UUID> running = new LinkedHashMap<>();
          queue.running().ifPresent(run -> running.put(run.kind(), run.runId()));
          Map<ProofName, Long> queued = new LinkedHashMap<>();
          for (ProofName kind : ProofName.values()) {
            queued.put(kind, queue.queued(kind));
          }
          return new Board(both.getItem1(), running, queued, both.getItem2());
        });
  }

  private Uni<Map<ProofName, ProofRun>> newest() {
    return store
        .newest()
        .onFailure()
        .recoverWithItem(failure -> {
          log.debugf("last proofs unknown reason=%s", failure.getMessage());
          return Map.of();
        })
        .map(stored -> {
          Map<ProofName, ProofRun> last = new LinkedHashMap<>(stored);
          queue.all().stream()
              .filter(Proofs::hasEnded)
              .forEach(run ->
                  last.merge(
                      run.kind(),
                      run,
                      (one, other) -> ORDER.compare(one, other) < 0 ? one : other));
          return last;
        });
  }

  private static boolean hasEnded(ProofRun run) {
    return run.times().finishedAt().isPresent();
  }

  public Uni<Optional<ProofRun>> find(UUID runId) {
    Optional<ProofRun> here =
        queue.all().stream().filter(run -> run.runId().equals(runId)).findFirst();
    return here.isPresent() ? Uni.createFrom().item(here) : store.find(runId);
  }

  /** Newest request first, whether they have ended or not. */
  public Uni<List<ProofRun>> list(ProofRunStore.Query query) {
    // First what is here: a run that is stored meanwhile is seen twice rather than not at all.
    List<ProofRun> here = queue.all().stream().filter(run -> matches(query, run)).toList();
    return store.list(query).map(stored -> merged(here, stored, query.limit()));
  }

  private static boolean matches(ProofRunStore.Query query, ProofRun run) {
    boolean isKind = query.kind().isEmpty() || query.kind().get() == run.kind();
    return isKind && query.after().filter(key -> !isBehind(run, key)).isEmpty();
  }

  private static boolean isBehind(ProofRun run, ProofRunStore.Key key) {
    int byTime = run.requestedAt().compareTo(key.requestedAt());
    return byTime < 0
        || (byTime == 0 && run.runId().toString().compareTo(key.runId().toString()) < 0);
  }

  private static List<ProofRun> merged(List<ProofRun> here, List<ProofRun> stored, int limit) {
    Map<UUID, ProofRun> byId = new LinkedHashMap<>();
    here.forEach(run -> byId.put(run.runId(), run));
    stored.forEach(run -> byId.put(run.runId(), run));
    List<ProofRun> all = new ArrayList<>(byId.values());
    all.sort(ORDER);
    return all.stream().limit(limit).toList();
  }
}
