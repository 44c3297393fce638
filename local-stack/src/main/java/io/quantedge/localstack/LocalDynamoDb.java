package io.quantedge.localstack;

import io.quantedge.localstack.part.DynamoDbBlueprint;
import io.quantedge.localstack.process.Ports;
import java.net.URI;

/**
 * DynamoDB Local in a JVM of its own, empty, for tests. It ends with {@link #close}, and with the
 * JVM that started it at the latest. Thread-safe.
 */
public final class LocalDynamoDb implements AutoCloseable {
  /** Region to sign requests for. */
  public static final String REGION = "us-east-1";

  /** Access key id and secret key; any would do. */
  public static final String CREDENTIAL = "local";

  private final TemporaryPart part;

  private LocalDynamoDb(TemporaryPart part) {
    this.part = part;
  }

  /**
   * Starts it on a free port; returns when it answers.
   *
   * @throws io.quantedge.localstack.part.PartFailedException if it does not start
   */
  public static LocalDynamoDb start() {
    return new LocalDynamoDb(
        TemporaryPart.start(
            "dynamodb", 1, (ports, data) -> new DynamoDbBlueprint(ports.getFirst())));
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://%s:%d".formatted(Ports.LOOPBACK, part.port()));
  }

  /** Process id of its JVM. */
  public long pid() {
    return part.pid();
  }

  @Override
  public void close() {
    part.close();
  }
}
