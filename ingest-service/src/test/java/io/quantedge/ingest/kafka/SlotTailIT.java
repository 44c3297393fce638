package io.quantedge.ingest.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.application.SlotStore;
import io.quantedge.ingest.application.Slots;
import io.quantedge.ingest.application.TailProgress;
import io.quantedge.ingest.config.LogConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quantedge.ingest.domain.SlotPhase;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.LogAccess;
import io.quantedge.ingest.testing.StoreAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** What a node knows of slots after its start, over a real broker and a real DynamoDB. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
class SlotTailIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject KafkaAuctionLog auctionLog;
  @Inject LogConfig logConfig;
  @Inject StoreConfig storeConfig;
  @Inject SlotStore slotStore;
  @Inject DynamoDbAsyncClient client;

  private final SlotDirectory directory =
      new SlotDirectory(Clock.systemUTC(), Duration.ofMinutes(1), 1_000);
  private final TailProgress progress = new TailProgress();

  @BeforeEach
  void awaitReady() {
    await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void shouldKnowEverySlotThatWasOpenedBeforeItsStart() throws InterruptedException {
    String open = IntakeClient.openSlot();
    String closed = IntakeClient.openSlot();
    JsonPath marker = IntakeClient.close(closed).statusCode(202).extract().jsonPath();
    awaitWritten(marker);
    Map<String, Object> other = IntakeClient.slotBody();
    String openedLast = IntakeClient.openSlot();

    SupervisedLoop loop = startAnotherNode();
    try {
      await().atMost(PATIENCE).until(progress::isCaughtUp);
      Slots slots = new Slots(directory, progress, slotStore);

      assertThat(find(slots, open).phase()).isEqualTo(SlotPhase.OPEN);
      assertThat(find(slots, closed).phase()).isEqualTo(SlotPhase.CLOSED);
      assertThat(find(slots, openedLast).phase()).isEqualTo(SlotPhase.OPEN);
      assertThat(find(slots, open).definition().name()).isEqualTo(other.get("name"));
      assertThat(slots.find(new SlotId(IntakeClient.freshSlotId())).await().indefinitely())
          .isEmpty();
    } finally {
      loop.stop();
    }
  }

  @Test
  void shouldFollowWhatOtherNodesOpenAndClose() throws InterruptedException {
    SupervisedLoop loop = startAnotherNode();
    try {
      await().atMost(PATIENCE).until(progress::isCaughtUp);
      String slotId = IntakeClient.openSlot();
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(directory.find(new SlotId(slotId)))
                  .map(KnownSlot::phase)
                  .contains(SlotPhase.OPEN));

      IntakeClient.close(slotId).statusCode(202);

      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(directory.find(new SlotId(slotId)))
                  .map(KnownSlot::phase)
                  .contains(SlotPhase.CLOSED));
    } finally {
      loop.stop();
    }
  }

  private SupervisedLoop startAnotherNode() {
    SlotTail tail =
        new SlotTail(auctionLog, logConfig, storeConfig, directory, progress, slotStore);
    FullJitter backoff =
        new FullJitter(Duration.ofMillis(10), Duration.ofMillis(50), new SplittableRandom(7));
    SupervisedLoop loop = new SupervisedLoop("another-node", tail::run, backoff, () -> {});
    loop.start();
    return loop;
  }

  /** Waits until the closed slot can have left the part of the log that a new node reads. */
  private void awaitWritten(JsonPath marker) {
    StoreAccess store = new StoreAccess(client);
    try (LogAccess log = new LogAccess(logConfig.bootstrapServers())) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            assertThat(store.meta(marker.getString("slotId"))).containsEntry("state", "CLOSED");
            assertThat(CommitNote.read(log.committed(marker.getInt("partition"))).writtenOffset())
                .isGreaterThan(marker.getLong("offset"));
          });
    }
  }

  private static KnownSlot find(Slots slots, String slotId) {
    return slots.require(new SlotId(slotId)).await().indefinitely();
  }
}
