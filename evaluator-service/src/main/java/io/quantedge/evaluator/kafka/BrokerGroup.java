package io.quantedge.evaluator.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.evaluator.config.EvaluatorConfig;
import io.quantedge.evaluator.config.PeerConfig;
import io.quantedge.evaluator.kafka.GroupOwners.GroupSource;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks the group's coordinator who owns which partition. The client is made with the first
 * question: an instance that is never asked for another's slot needs none. Thread-safe.
 */
@ApplicationScoped
class BrokerGroup implements GroupSource {
  private final Map<String, Object> connection;
  private final String groupId;
  private final Duration timeout;
  private @Nullable Admin admin;
  private int partitions;

  BrokerGroup(
      @Identifier("default-kafka-broker") Map<String, Object> connection,
      EvaluatorConfig evaluator,
      PeerConfig peers) {
    this.connection = new HashMap<>(connection);
    this.groupId = evaluator.groupId();
    this.timeout = Duration.ofMillis(peers.ownersTimeoutMillis());
  }

  /**
   * While the group shares its partitions out anew, none has an owner.
   *
   * @throws TimeoutException if the broker does not answer in time
   */
  @Override
  public synchronized GroupMembers members()
      throws InterruptedException, ExecutionException, TimeoutException {
    Admin client = client();
    // The number never changes: with another one, every slot would change its partition.
    if (partitions == 0) {
      partitions = countPartitions(client);
    }
    Map<Integer, String> clientIds = new HashMap<>();
    for (MemberDescription member : membersOf(client)) {
      for (TopicPartition owned : member.assignment().topicPartitions()) {
        if (owned.topic().equals(Topic.AUCTION_EVENTS.topicName())) {
          clientIds.put(owned.partition(), member.clientId());
        }
      }
    }
    return new GroupMembers(partitions, clientIds);
  }

  private Collection<MemberDescription> membersOf(Admin client)
      throws InterruptedException, ExecutionException, TimeoutException {
    return client
        .describeConsumerGroups(List.of(groupId))
        .all()
        .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .values()
        .stream()
        .flatMap(group -> group.members().stream())
        .toList();
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }

  private int countPartitions(Admin client)
      throws InterruptedException, ExecutionException, TimeoutException {
    String topic = Topic.AUCTION_EVENTS.topicName();
    return client
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .values()
        .stream()
        .mapToInt(described -> described.partitions().size())
        .sum();
  }

  private Admin client() {
    Admin known = admin;
    if (known == null) {
      Map<String, Object> settings = new HashMap<>(connection);
      settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
      settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
      known = Admin.create(settings);
      admin = known;
    }
    return known;
  }
}
