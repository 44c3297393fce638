package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.kafka.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsScriptTest {
  @TempDir private Path folder;

  @Test
  void createsExactlyTheTopicsOfTheContracts() throws IOException, InterruptedException {
    // given a kafka-topics.sh that only writes down how it was called
    Path calls = folder.resolve("calls");
    Path recorder = folder.resolve("kafka-topics.sh");
    Files.writeString(recorder, "#!/bin/sh\necho \"$@\" >> '" + calls + "'\n");
    assertThat(recorder.toFile().setExecutable(true)).isTrue();

    // when the script runs
    ProcessBuilder script =
        new ProcessBuilder("sh", ProjectFiles.path("deploy/kafka/create-topics.sh").toString());
    script.environment().put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    script.environment().put("TOPIC_REPLICATION_FACTOR", "3");
    script.environment().put("KAFKA_TOPICS_COMMAND", recorder.toString());
    Process process = script.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();

    // then each topic was asked for, with its partitions and its clean-up
    List<String> expected =
        Arrays.stream(Topic.values())
            .map(topic ->
                "--bootstrap-server kafka:9092 --create --if-not-exists --topic "
                    + topic.topicName()
                    + " --partitions "
                    + topic.partitions()
                    + " --replication-factor 3 --config cleanup.policy="
                    + topic.brokerConfig().get("cleanup.policy"))
            .toList();
    assertThat(Files.readAllLines(calls)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void saysWhatIsMissingWithoutABroker() throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("sh", ProjectFiles.path("deploy/kafka/create-topics.sh").toString());
    script.environment().remove("KAFKA_BOOTSTRAP_SERVERS");
    Process process = script.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isNotZero();
    assertThat(output).contains("say where the broker is");
  }
}
