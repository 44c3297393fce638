package io.quantedge.bench.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.bench.BidMaker;
import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.Figures;
import io.quantedge.bench.Progress;
import io.quantedge.bench.service.PackagedService;
import io.quantedge.bench.service.Services;
import io.quantedge.contracts.json.Json;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.localstack.LocalKafka;
import io.quantedge.localstack.part.HttpProbe;
import io.quantedge.localstack.part.RunningPart;
import io.quantedge.localstack.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How long an evaluator that was killed needs until it has caught up, with many bids in open slots.
 * Used by one thread.
 */
final class Restarts {
  /** What the evaluator is called in tables: it saves open slots, as by default. */
  static final String WITH_SNAPSHOTS = "with snapshots";

  private static final String GROUP = "evaluator";
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration COMMIT_LIMIT = Duration.ofMinutes(2);
  private static final long PROBE_PAUSE_MILLIS = 20;
  private static final long COMMIT_PAUSE_MILLIS = 250;

  /** With the evaluator's defaults, in all partitions, before open slots are saved. */
  private static final long UNSAVED_RECORDS = 12 * 20_000;

  private static final double SECOND_NANOS = 1e9;

  private final EvaluateOptions options;
  private final Progress progress;

  Restarts(EvaluateOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * One restart.
   *
   * @param answersSeconds from the start of the process until it answers over HTTP
   * @param readySeconds from the start of the process until it has caught up
   * @param behind records from what was committed to the log's end
   */
  record Restart(double answersSeconds, double readySeconds, long behind) {}

  /**
   * Kills and starts it again a few times.
   *
   * @throws BrokenRunException if it has not got every bid afterwards
   */
  List<Restart> run() throws Exception {
    String name = WITH_SNAPSHOTS;
    try (LocalKafka kafka = LocalKafka.start();
        Services services = new Services();
        LogWriter log = new LogWriter(kafka.bootstrapServers());
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      progress.say(
          "%s: writing %s bids for open slots".formatted(name, Figures.count(options.openBids())));
      WrittenLog written = WrittenLog.write(log, options.openBids());
      // It comes back under its own name, so that nobody waits until its session is over.
      Map<String, String> environment =
          Map.of(
              "EXCHANGE_EVALUATOR_INSTANCE_ID",
              "bench",
              "KAFKA_BOOTSTRAP_SERVERS",
              kafka.bootstrapServers());
      Launch launch = new Launch(services, Ports.free(1).getFirst(), environment);
      RunningPart service = launch.start();
      launch.awaitStatus(service, "/q/health/ready", System.nanoTime());
      List<Restart> restarts = new ArrayList<>();
      for (int round = 1; round <= options.rounds(); round++) {
        long behind = awaitCommits(admin, Math.max(UNSAVED_RECORDS, written.records() / 4));
        service.process().kill();
        long begun = System.nanoTime();
        service = launch.start();
        double answers = launch.awaitStatus(service, "/q/health/live", begun);
        double ready = launch.awaitStatus(service, "/q/health/ready", begun);
        restarts.add(new Restart(answers, ready, behind));
        progress.say(
            "%s: restart %d of %d, caught up after %s s, %s records behind"
                .formatted(
                    name, round, options.rounds(), Figures.number(ready), Figures.count(behind)));
        requireAll(service, written);
      }
      return restarts;
    }
  }

  /** Starts the same service again and again. */
  private record Launch(Services services, int port, Map<String, String> environment) {
    RunningPart start() throws Exception {
      return services.launch("evaluator-service", port, environment);
    }

    double awaitStatus(RunningPart service, String path, long begun) throws Exception {
      URI uri = ((PackagedService) service.blueprint()).uri().resolve(path);
      while (HttpProbe.get(uri) != 200) {
        if (!service.process().isAlive() || System.nanoTime() - begun > START_LIMIT.toNanos()) {
          throw service.failure("was not ready within " + START_LIMIT.toSeconds() + " s");
        }
        TimeUnit.MILLISECONDS.sleep(PROBE_PAUSE_MILLIS);
      }
      return (System.nanoTime() - begun) / SECOND_NANOS;
    }
  }

  /**
   * Waits until what is committed is as near to the end of the log as it can be expected, and no
   * longer: an evaluator does not choose when it is killed.
   *
   * @return records from there to the end of the log
   */
  private static long awaitCommits(Admin admin, long enough) throws Exception {
    long deadline = System.nanoTime() + COMMIT_LIMIT.toNanos();
    long behind = behind(admin);
    while (behind > enough && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(COMMIT_PAUSE_MILLIS);
      behind = behind(admin);
    }
    return behind;
  }

  private static long behind(Admin admin) throws Exception {
    Map<TopicPartition, Long> committed =
        admin
            .listConsumerGroupOffsets(GROUP)
            .partitionsToOffsetAndMetadata()
            .get()
            .entrySet()
            .stream()
            .filter(entry -> entry.getKey().topic().equals(Topic.AUCTION_EVENTS.topicName()))
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    Map<TopicPartition, OffsetSpec> all =
        java.util.stream.IntStream.range(0, Topic.AUCTION_EVENTS.partitions())
            .mapToObj(i -> new TopicPartition(Topic.AUCTION_EVENTS.topicName(), i))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin.listOffsets(all).all().get().entrySet().stream()
        .mapToLong(end -> end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L))
        .sum();
  }

  private static void requireAll(RunningPart service, WrittenLog written) throws Exception {
    URI base = ((PackagedService) service.blueprint()).uri();
    long received = 0;
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < written.slots(); i++) {
        URI uri = base.resolve("/v1/slots/" + BidMaker.slotId(i) + "/standing");
        HttpResponse<byte[]> answer =
            client.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        JsonNode standing = Json.mapper().readTree(answer.body());
        received += standing.path("total").path("received").asLong();
      }
    }
    if (received != written.bids()) {
      throw new BrokenRunException(
          "after a restart the evaluator has %,d of %,d bids".formatted(received, written.bids()));
    }
  }
}
