package io.quantedge.localstack.part;

import io.quantedge.localstack.process.Ports;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** Asks DynamoDB Local for its tables; it checks the form of a signature, not its value. */
final class DynamoDbProbe {
  private static final String CREDENTIAL =
      "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private DynamoDbProbe() {}

  static boolean listsTables(int port) {
    Map<String, String> headers =
        Map.of(
            "Content-Type", "application/x-amz-json-1.0",
            "X-Amz-Target", "DynamoDB_20120810.ListTables",
            "Authorization", CREDENTIAL);
    URI uri = URI.create("http://%s:%d/".formatted(Ports.LOOPBACK, port));
    return HttpProbe.post(uri, headers, "{}") == HttpURLConnection.HTTP_OK;
  }
}
