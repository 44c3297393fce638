package io.quantedge.localstack;

import io.quantedge.localstack.part.KafkaBlueprint;
import io.quantedge.localstack.process.Ports;

/**
 * A real Kafka broker with all topics of the exchange, in a JVM of its own, for tests. It ends with
 * {@link #close}, and with the JVM that started it at the latest. Thread-safe.
 */
public final class LocalKafka implements AutoCloseable {
  private final TemporaryPart part;

  private LocalKafka(TemporaryPart part) {
    this.part = part;
  }

  /**
   * Starts a broker on free ports; returns when every topic can be used.
   *
   * @throws io.quantedge.localstack.part.PartFailedException if it does not start
   */
  public static LocalKafka start() {
    return new LocalKafka(
        TemporaryPart.start(
            "kafka", 2, (ports, data) -> new KafkaBlueprint(ports.get(0), ports.get(1), data)));
  }

  /** Host and port for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return Ports.LOOPBACK + ":" + part.port();
  }

  /** Process id of the broker's JVM. */
  public long pid() {
    return part.pid();
  }

  @Override
  public void close() {
    part.close();
  }
}
