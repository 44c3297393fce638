package io.quantedge.localstack.part;

import io.quantedge.localstack.process.Ports;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** Main class of the JVM that is DynamoDB Local. */
public final class DynamoDbPart {
  private DynamoDbPart() {}

  /**
   * @param args client port
   */
  public static void main(String[] args) throws Exception {
    String[] words = {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", args[0]};
    DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(words);
    listenOnLoopbackOnly(server);
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-dynamodb"));
    System.out.printf("dynamodb serves port=%s%n", args[0]);
    server.join();
  }

  /**
   * It takes any credentials, so nobody else on the network may reach it; it has no option for
   * that.
   */
  private static void listenOnLoopbackOnly(DynamoDBProxyServer server)
      throws ReflectiveOperationException {
    Field field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    Arrays.stream(((Server) field.get(server)).getConnectors())
        .filter(ServerConnector.class::isInstance)
        .map(ServerConnector.class::cast)
        .forEach(connector -> connector.setHost(Ports.LOOPBACK));
  }

  private static void stop(DynamoDBProxyServer server) {
    try {
      server.stop();
    } catch (Exception e) {
      System.err.println("dynamodb did not stop cleanly: " + e);
    }
  }
}
