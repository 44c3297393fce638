package io.quantedge.localstack.part;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.JavaCommand;
import java.nio.file.Path;
import java.util.List;

/**
 * One Kafka broker that is its own controller, with all topics of the exchange. Ready means that
 * every partition of every topic has a leader.
 *
 * @param port port for clients
 * @param controllerPort port of the controller quorum of one
 * @param data folder that the broker formats; must not exist or be empty
 */
public record KafkaBlueprint(int port, int controllerPort, Path data) implements Blueprint {
  private static final int HEAP_MEBIBYTES = 192;

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public List<Integer> ports() {
    return List.of(port, controllerPort);
  }

  @Override
  public List<String> command(ExchangeHome home) {
    return new JavaCommand(
            JvmOptions.ofStore(HEAP_MEBIBYTES),
            home.partsClasspath(),
            KafkaPart.class.getName(),
            List.of(Integer.toString(port), Integer.toString(controllerPort), data.toString()))
        .words();
  }

  @Override
  public boolean isReady() {
    return KafkaProbe.servesAllTopics(port);
  }
}
