package io.quantedge.localstack.part;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.JavaCommand;
import java.util.List;

/**
 * DynamoDB Local in memory. Ready means that it lists its tables.
 *
 * @param port port for clients
 */
public record DynamoDbBlueprint(int port) implements Blueprint {
  private static final int HEAP_MEBIBYTES = 192;

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public List<Integer> ports() {
    return List.of(port);
  }

  @Override
  public List<String> command(ExchangeHome home) {
    return new JavaCommand(
            JvmOptions.ofStore(HEAP_MEBIBYTES),
            home.partsClasspath(),
            DynamoDbPart.class.getName(),
            List.of(Integer.toString(port)))
        .words();
  }

  @Override
  public boolean isReady() {
    return DynamoDbProbe.listsTables(port);
  }
}
