package io.quantedge.ingest.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.KeysResource;
import io.quantedge.ingest.testing.StoreAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** The store does not answer for a while: its process is stopped, its data stay. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
@QuarkusTestResource(KeysResource.class)
@EnabledOnOs(OS.LINUX)
class StoreOutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Inject DynamoDbAsyncClient client;
  @Inject MeterRegistry registry;

  @Test
  void shouldTakeBidsMeanwhileAndCatchUpAfterwards() throws IOException, InterruptedException {
    await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    String slotId = IntakeClient.openSlot();
    Map<String, Long> receipts = new HashMap<>();
    place(slotId, receipts, 5);
    double failedBefore = failedRounds();

    long pid = storePid();
    signal(pid, "STOP");
    try {
      place(slotId, receipts, 40);
      await().atMost(PATIENCE).until(() -> failedRounds() > failedBefore);
      place(slotId, receipts, 40);
      given().get("/q/health/ready").then().statusCode(200);
      assertThat(registry.get("exchange.store.oldest.unwritten.seconds").gauge().value())
          .isGreaterThan(1);
    } finally {
      signal(pid, "CONT");
    }

    StoreAccess store = new StoreAccess(client);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(store.bids(slotId)).hasSize(receipts.size()));
    store
        .bids(slotId)
        .forEach(item ->
            assertThat(item.get("offset"))
                .isEqualTo(String.valueOf(receipts.get(item.getOrDefault("bidId", "")))));
    await()
        .atMost(PATIENCE)
        .until(() -> registry.get("exchange.store.oldest.unwritten.seconds").gauge().value() == 0);
  }

  private static void place(String slotId, Map<String, Long> receipts, int bids) {
    for (int i = 0; i < bids; i++) {
      JsonPath receipt =
          IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202).extract().jsonPath();
      receipts.put(receipt.getString("bidId"), receipt.getLong("offset"));
    }
  }

  private double failedRounds() {
    return registry.get("exchange.store.failed.rounds").counter().count();
  }

  /** DynamoDB Local is a process that this test's JVM started; its command line names its port. */
  private static long storePid() {
    int port =
        ConfigProvider.getConfig()
            .getValue("quarkus.dynamodb.endpoint-override", URI.class)
            .getPort();
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::pid)
        .filter(pid -> commandLine(pid).contains("\0" + port + "\0"))
        .findFirst()
        .orElseThrow();
  }

  /** In full: what the JDK tells of another process ends after 4,096 characters. */
  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
    } catch (IOException e) {
      return "";
    }
  }

  private static void signal(long pid, String signal) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }
}
