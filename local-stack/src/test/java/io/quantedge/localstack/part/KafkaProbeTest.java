package io.quantedge.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quantedge.localstack.process.Ports;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.junit.jupiter.api.Test;

/** The hand-made request and its answer, held against Kafka's own classes for them. */
class KafkaProbeTest {
  private static final short VERSION = 1;

  @Test
  void theRequestIsWhatKafkaReadsAsMetadataOfAllTopics() {
    ByteBufferAccessor bytes = new ByteBufferAccessor(ByteBuffer.wrap(KafkaProbe.request()));
    RequestHeaderData header = new RequestHeaderData(bytes, VERSION);
    MetadataRequestData request = new MetadataRequestData(bytes, VERSION);

    assertThat(header.requestApiKey()).isEqualTo((short) 3);
    assertThat(header.requestApiVersion()).isEqualTo(VERSION);
    assertThat(request.topics()).isNull();
    assertThat(bytes.remaining()).isZero();
  }

  @Test
  void onlyPartitionsWithALeaderCount() throws Exception {
    MetadataResponseData answer = new MetadataResponseData();
    answer.brokers().add(new MetadataResponseBroker().setNodeId(1).setHost("h").setPort(1));
    answer.topics().add(topic("led", 1, 1, 1));
    answer.topics().add(topic("half-led", 1, -1));
    answer.topics().add(topic("none"));

    assertThat(KafkaProbe.ledPartitions(bytesOf(answer)))
        .containsOnly(entry("led", 3), entry("half-led", 1), entry("none", 0));
  }

  @Test
  void whereNobodyListensNothingIsServed() {
    assertThat(KafkaProbe.servesAllTopics(Ports.free(1).getFirst())).isFalse();
  }

  private static MetadataResponseTopic topic(String name, int... leaders) {
    MetadataResponseTopic topic = new MetadataResponseTopic().setName(name);
    for (int i = 0; i < leaders.length; i++) {
      topic
          .partitions()
          .add(
              new MetadataResponsePartition()
                  .setPartitionIndex(i)
                  .setLeaderId(leaders[i])
                  .setReplicaNodes(List.of(1, 2))
                  .setIsrNodes(List.of(1)));
    }
    return topic;
  }

  private static byte[] bytesOf(MetadataResponseData answer) {
    ByteBuffer header =
        MessageUtil.toByteBufferAccessor(new ResponseHeaderData().setCorrelationId(1), (short) 0)
            .buffer();
    ByteBuffer body = MessageUtil.toByteBufferAccessor(answer, VERSION).buffer();
    byte[] bytes = new byte[header.remaining() + body.remaining()];
    ByteBuffer.wrap(bytes).put(header).put(body);
    return bytes;
  }
}
