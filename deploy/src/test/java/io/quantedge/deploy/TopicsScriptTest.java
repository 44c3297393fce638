package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.kafka.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    List<Set<String>> expected =
        Arrays.stream(Topic.values()).map(TopicsScriptTest::words).toList();
    assertThat(Files.readAllLines(calls))
        .map(line -> Set.of(line.split(" (?=--)")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Set<String> words(Topic topic) {
    Set<String> words = new HashSet<>();
    words.add("--bootstrap-server kafka:9092");
    words.add("--create");
    words.add("--if-not-exists");
    words.add("--topic " + topic.topicName());
    words.add("--partitions " + topic.partitions());
    words.add("--replication-factor 3");
    topic.brokerConfig().forEach((key, value) -> words.add("--config " + key + "=" + value));
    return words;
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
