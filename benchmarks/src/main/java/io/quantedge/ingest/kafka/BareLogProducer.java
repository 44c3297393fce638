package io.quantedge.ingest.kafka;

import io.quantedge.ingest.config.LogConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A producer with the settings that intake gives its own, from intake's own code and its defaults,
 * so that a comparison with the bare producer cannot drift apart. Stateless.
 */
public final class BareLogProducer {
  private static final int LONGEST_WAIT_MILLIS = 120_000;

  private BareLogProducer() {}

  /**
   * @param bootstrapServers of the broker
   */
  public static KafkaProducer<String, byte[]> open(String bootstrapServers) {
    LogConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(LogConfig.class)
            .withDefaultValue("exchange.ingest.log.bootstrap-servers", bootstrapServers)
            .build()
            .getConfigMapping(LogConfig.class);
    Map<String, Object> settings = new HashMap<>(ClientSettings.producer(config));
    // Intake refuses a bid when there is no room or no answer; here waiting for them is the
    // measure.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_WAIT_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LONGEST_WAIT_MILLIS);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
