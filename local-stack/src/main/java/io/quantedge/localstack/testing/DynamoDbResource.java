package io.quantedge.localstack.testing;

import io.quantedge.localstack.LocalDynamoDb;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a Quarkus test an empty DynamoDB Local: the properties {@code quarkus.dynamodb.*}. */
public final class DynamoDbResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable LocalDynamoDb dynamoDb;

  @Override
  public Map<String, String> start() {
    LocalDynamoDb started = LocalDynamoDb.start();
    dynamoDb = started;
    return Map.of(
        "quarkus.dynamodb.endpoint-override", started.endpoint().toString(),
        "quarkus.dynamodb.aws.region", LocalDynamoDb.REGION,
        "quarkus.dynamodb.aws.credentials.type", "static",
        "quarkus.dynamodb.aws.credentials.static-provider.access-key-id", LocalDynamoDb.CREDENTIAL,
        "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key",
            LocalDynamoDb.CREDENTIAL);
  }

  @Override
  public void stop() {
    if (dynamoDb != null) {
      dynamoDb.close();
    }
  }
}
