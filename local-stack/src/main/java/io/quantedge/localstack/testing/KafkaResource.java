package io.quantedge.localstack.testing;

import io.quantedge.localstack.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a Quarkus test a real broker with all topics: {@code kafka.bootstrap.servers}. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable LocalKafka kafka;

  @Override
  public Map<String, String> start() {
    LocalKafka started = LocalKafka.start();
    kafka = started;
    return Map.of("kafka.bootstrap.servers", started.bootstrapServers());
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
  }
}
