package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.ingest.config.LogConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** Looks at what the clients make of the settings, defaults included. */
class ClientSettingsTest {
  private final SmallRyeConfig config =
      new SmallRyeConfigBuilder()
          .withMapping(LogConfig.class)
          .withMapping(StoreConfig.class)
          .withDefaultValues(Map.of("exchange.ingest.log.bootstrap-servers", "127.0.0.1:9092"))
          .addDiscoveredConverters()
          .build();
  private final LogConfig logConfig = config.getConfigMapping(LogConfig.class);
  private final StoreConfig storeConfig = config.getConfigMapping(StoreConfig.class);

  @Test
  void shouldAcknowledgeOnlyWhatAllInSyncReplicasHaveOnce() {
    ProducerConfig producer = new ProducerConfig(ClientSettings.producer(logConfig));

    assertThat(producer.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
    assertThat(producer.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
    assertThat(producer.getInt(ProducerConfig.RETRIES_CONFIG)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void shouldNotBlockAnEventLoopAndAnswerInTime() {
    ProducerConfig producer = new ProducerConfig(ClientSettings.producer(logConfig));

    assertThat(producer.getLong(ProducerConfig.MAX_BLOCK_MS_CONFIG)).isLessThanOrEqualTo(100);
    assertThat(producer.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)).isEqualTo(10_000);
    assertThat(producer.getLong(ProducerConfig.LINGER_MS_CONFIG)).isEqualTo(2);
  }

  @Test
  void shouldCommitByHandAndBeginAtTheBeginning() {
    for (Map<String, Object> settings :
        List.of(
            ClientSettings.tail(logConfig, storeConfig),
            ClientSettings.storeWriter(logConfig, storeConfig))) {
      ConsumerConfig consumer = new ConsumerConfig(settings);

      assertThat(consumer.getBoolean(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG)).isFalse();
      assertThat(consumer.getString(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)).isEqualTo("earliest");
      assertThat(consumer.getBoolean(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG)).isFalse();
    }
  }
}
