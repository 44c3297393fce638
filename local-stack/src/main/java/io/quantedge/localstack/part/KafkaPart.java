package io.quantedge.localstack.part;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.localstack.process.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Main class of the JVM that is the Kafka broker. It creates the topics before anybody uses it. */
public final class KafkaPart {
  private static final long TOPICS_SECONDS = 60;

  private KafkaPart() {}

  /**
   * @param args client port, controller port, data folder
   */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int controllerPort = Integer.parseInt(args[1]);
    Path data = Path.of(args[2]);
    Properties properties = properties(port, controllerPort, data);
    format(data, properties);
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-kafka"));
    server.startup();
    createTopics(port);
    System.out.printf("kafka serves port=%d topics=%d%n", port, Topic.values().length);
    server.awaitShutdown();
  }

  private static void format(Path data, Properties properties) throws IOException {
    Files.createDirectories(data);
    Path file = data.resolve("server.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    String[] words = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    int exitCode = StorageTool.execute(words, new PrintStream(System.out, true));
    if (exitCode != 0) {
      throw new IOException("cannot format the broker's folder " + data);
    }
  }

  private static void createTopics(int port) throws Exception {
    String bootstrap = Ports.LOOPBACK + ":" + port;
    List<NewTopic> topics =
        Arrays.stream(Topic.values())
            .map(topic ->
                new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                    .configs(topic.brokerConfig()))
            .toList();
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      admin.createTopics(topics).all().get(TOPICS_SECONDS, TimeUnit.SECONDS);
    }
  }

  static Properties properties(int port, int controllerPort, Path data) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.voters", "1@" + Ports.LOOPBACK + ":" + controllerPort);
    p.put(
        "listeners",
        "PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d"
            .formatted(Ports.LOOPBACK, port, controllerPort));
    p.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(Ports.LOOPBACK, port));
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("controller.listener.names", "CONTROLLER");
    p.put("log.dirs", data.resolve("log").toString());
    // Topics are made by the deployment: a name with a typing error must fail, not appear.
    p.put("auto.create.topics.enable", "false");
    oneNode(p);
    small(p);
    return p;
  }

  private static void oneNode(Properties p) {
    p.put("offsets.topic.replication.factor", "1");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("auto.leader.rebalance.enable", "false");
    // Waiting for more members or other voters is lost time here.
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("controller.quorum.election.timeout.ms", "300");
    p.put("controller.quorum.election.backoff.max.ms", "100");
    p.put("broker.heartbeat.interval.ms", "500");
  }

  private static void small(Properties p) {
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.num.partitions", "4");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("log.segment.bytes", Integer.toString(64 << 20));
    p.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    // The default of 128 MiB needs a larger heap.
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
  }
}
