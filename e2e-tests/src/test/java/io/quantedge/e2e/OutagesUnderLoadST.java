package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.e2e.CommandLineHome.Typed;
import io.quantedge.e2e.SteadyLoad.Receipt;
import io.quantedge.e2e.Topics.Place;
import io.quantedge.localstack.process.ChildProcess;
import io.quantedge.localstack.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G1, G2, G4 and G9: while bidders go on, intake is killed with SIGKILL, DynamoDB does not answer
 * for half a minute in which intake is killed once more, and the broker is killed with SIGKILL and
 * started again on its data. Every acknowledged bid is in the log where its receipt says and in
 * DynamoDB once, what was sent again counts once, and the audit agrees.
 */
class OutagesUnderLoadST {
  private static final long SEED = 20_261_122;
  private static final int BIDDERS = 12;
  private static final Duration STORE_OUTAGE = Duration.ofSeconds(30);
  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final List<String> SLOTS =
      IntStream.range(0, 8).mapToObj(i -> "outage-" + i).toList();
  private static final List<String> ACCOUNTS =
      IntStream.range(0, 10).mapToObj(i -> "outage-buyer-" + i).toList();
  private static final String PUBLISHER = "outage-publisher";

  @TempDir private Path folder;
  private CommandLineHome home;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void aRunningExchange() throws Exception {
    home = new CommandLineHome(folder);
    Typed up = home.type("up").with(home.portOption());
    assertThat(up.exitCode()).as(up.printed()).isZero();
  }

  @AfterEach
  void nothingIsLeftRunning() throws Exception {
    http.close();
    home.end();
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingSentAgainCountsTwice() throws Exception {
    openAccountsAndSlots();
    try (SteadyLoad load =
        new SteadyLoad(home.addresses().ingest(), SLOTS, ACCOUNTS).start(BIDDERS, SEED)) {
      awaitMore(load, 500);

      killIntake(load);
      awayWithDynamoDb(load);
      try (HeldSupervisor held = new HeldSupervisor(home.state().supervisorPid());
          RestartedBroker broker = restartBroker(load)) {
        awaitMore(load, 500);
        load.stop();
        assertThat(load.refusals()).as("answers that no valid bid may get").isEmpty();
        assertThat(load.sentAgain()).as("requests that an outage left unanswered").isPositive();
        SLOTS.forEach(slot -> post("/v1/slots/" + slot + "/close"));
        awaitAgreement();
        assertEveryReceiptIsTrue(load.receipts());
        assertEveryBidIsKeptAndCountedOnce(load.receipts());
        System.out.printf(
            "%d bids acknowledged, %d requests sent again, seed %d; broker pid %d, supervisor"
                + " pid %d%n",
            load.acknowledged(), load.sentAgain(), SEED, broker.process().pid(), held.pid());
      }
    }
  }

  // --- what happens

  private void killIntake(SteadyLoad load) throws Exception {
    long before = load.sentAgain();
    signal("KILL", home.pidOf("ingest-service"));
    await().atMost(RECOVERY).until(() -> load.sentAgain() > before);
    awaitMore(load, 500);
  }

  /**
   * Intake must not need the store. It is killed again meanwhile: what it has read from the log and
   * could not write must be written by the next one.
   */
  private void awayWithDynamoDb(SteadyLoad load) throws Exception {
    long pid = home.pidOf("dynamodb");
    signal("STOP", pid);
    try {
      Instant until = Instant.now().plus(STORE_OUTAGE);
      awaitMore(load, 500);
      signal("KILL", home.pidOf("ingest-service"));
      await().atMost(STORE_OUTAGE.plusSeconds(5)).until(() -> Instant.now().isAfter(until));
    } finally {
      signal("CONT", pid);
    }
    awaitMore(load, 500);
  }

  private RestartedBroker restartBroker(SteadyLoad load) throws Exception {
    long before = load.sentAgain();
    signal("KILL", home.pidOf("kafka"));
    await().atMost(RECOVERY).until(() -> load.sentAgain() > before);
    return RestartedBroker.start(home);
  }

  /** The stack ends with its broker; so whoever would end it is held while another one serves. */
  private record HeldSupervisor(long pid) implements AutoCloseable {
    HeldSupervisor {
      signal("STOP", pid);
    }

    @Override
    public void close() {
      signal("CONT", pid);
    }
  }

  /** A broker of our own on the folder and the ports of the one that was killed. */
  private record RestartedBroker(ChildProcess process) implements AutoCloseable {
    static RestartedBroker start(CommandLineHome home) throws Exception {
      Path data = home.home().local().resolve("data").resolve("kafka");
      List<String> options =
          List.of(
              "-Xmx192m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Dexchange.home=" + home.folder(),
              "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
      return new RestartedBroker(
          ChildProcess.start(
              new JavaCommand(
                      options,
                      home.home().partsClasspath(),
                      "kafka.Kafka",
                      List.of(data.resolve("server.properties").toString()))
                  .words(),
              Map.of(),
              home.folder().resolve("second-kafka.log")));
    }

    @Override
    public void close() {
      boolean unused = process.stop(Duration.ofSeconds(10));
    }
  }

  // --- what must hold

  private void assertEveryReceiptIsTrue(List<Receipt> receipts) {
    Map<Place, AuctionEvent> log = new Topics(home.addresses().kafkaBootstrap()).auctionEvents();
    for (Receipt receipt : receipts) {
      assertThat(Optional.ofNullable(log.get(new Place(receipt.partition(), receipt.offset()))))
          .as("%s, seed %d", receipt, SEED)
          .containsInstanceOf(BidPlaced.class)
          .map(event -> ((BidPlaced) event).bid())
          .hasValueSatisfying(bid -> {
            assertThat(bid.bidId().value()).isEqualTo(receipt.bidId());
            assertThat(bid.slotId().value()).isEqualTo(receipt.slotId());
            assertThat(bid.acceptedAt()).isEqualTo(receipt.acceptedAt());
          });
    }
  }

  private void assertEveryBidIsKeptAndCountedOnce(List<Receipt> receipts) {
    Topics topics = new Topics(home.addresses().kafkaBootstrap());
    Map<String, Set<UUID>> acknowledged = new HashMap<>();
    receipts.forEach(receipt ->
        acknowledged
            .computeIfAbsent(receipt.slotId(), slot -> new HashSet<>())
            .add(receipt.bidId()));
    Map<String, List<UUID>> logged =
        topics.auctionEvents().values().stream()
            .filter(BidPlaced.class::isInstance)
            .map(event -> ((BidPlaced) event).bid())
            .collect(
                Collectors.groupingBy(
                    bid -> bid.slotId().value(),
                    Collectors.mapping(bid -> bid.bidId().value(), Collectors.toList())));
    Map<String, AuctionOutcome> outcomes = topics.outcomes();
    try (BidItems items = new BidItems(home.addresses().dynamoDb())) {
      for (String slot : SLOTS) {
        Set<UUID> sent = acknowledged.getOrDefault(slot, Set.of());
        List<UUID> records = logged.getOrDefault(slot, List.of());
        assertThat(items.idsOf(slot))
            .as("bids of %s in DynamoDB, seed %d", slot, SEED)
            .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(Optional.ofNullable(outcomes.get(slot)))
            .as("outcome of %s, seed %d", slot, SEED)
            .hasValueSatisfying(outcome -> {
              assertThat(outcome.total().received()).isEqualTo(records.size());
              assertThat(outcome.total().counted()).isEqualTo(sent.size());
              assertThat(outcome.total().duplicate()).isEqualTo(records.size() - sent.size());
            });
      }
    }
  }

  private void awaitAgreement() {
    await()
        .atMost(RECOVERY)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> {
          Typed audit = home.type("audit", "--all");
          assertThat(audit.exitCode()).as(audit.printed()).isZero();
          assertThat(audit.printed())
              .containsPattern("all sources agree +" + SLOTS.size())
              .doesNotContain("waits", "expired", "not decided");
        });
  }

  // --- tools

  private void openAccountsAndSlots() {
    put(
        home.addresses().settlement().resolve("/v1/accounts/" + PUBLISHER),
        "{\"type\": \"PUBLISHER\", \"name\": \"Publisher\", \"currency\": \"USD\"}");
    for (String account : ACCOUNTS) {
      put(
          home.addresses().settlement().resolve("/v1/accounts/" + account),
          "{\"type\": \"ADVERTISER\", \"name\": \"Buyer\", \"currency\": \"USD\","
              + " \"creditLimit\": \"1000\"}");
    }
    for (String slot : SLOTS) {
      put(
          home.addresses().ingest().resolve("/v1/slots/" + slot),
          "{\"publisherId\": \"%s\", \"name\": \"Slot\", \"floor\": \"1\", \"currency\": \"USD\","
                  .formatted(PUBLISHER)
              + " \"pricing\": \"SECOND_PRICE\", \"closesAt\": \"%s\"}"
                  .formatted(Instant.now().plusSeconds(3_600)));
    }
  }

  private static void awaitMore(SteadyLoad load, int bids) {
    int goal = load.acknowledged() + bids;
    await().atMost(RECOVERY).until(() -> load.acknowledged() >= goal);
  }

  private void put(URI uri, String body) {
    send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private void post(String path) {
    send(
        HttpRequest.newBuilder(home.addresses().ingest().resolve(path))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private void send(HttpRequest.Builder request) {
    await()
        .atMost(RECOVERY)
        .untilAsserted(() ->
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString()))
                .satisfies(response ->
                    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299)));
  }

  private static void signal(String name, long pid) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start();
      assertThat(kill.waitFor()).as("kill -%s %d", name, pid).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
