package io.quantedge.localstack.part;

import io.quantedge.localstack.dsql.DsqlOptions;
import io.quantedge.localstack.dsql.DsqlProxy;
import io.quantedge.localstack.dsql.backend.Upstream;
import io.quantedge.localstack.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Main class of the JVM that is the local Aurora DSQL. */
public final class DsqlPart {
  private static final int FIRST_ENDPOINT = 4;

  private DsqlPart() {}

  /**
   * @param args port of PostgreSQL, port of the admin API, folder for the certificates, lifetime of
   *     a connection in milliseconds, and the endpoints as {@code region=port}
   */
  public static void main(String[] args) throws InterruptedException {
    Map<String, Integer> endpoints = new LinkedHashMap<>();
    Arrays.stream(args)
        .skip(FIRST_ENDPOINT)
        .map(word -> word.split("=", 2))
        .forEach(pair -> endpoints.put(pair[0], Integer.valueOf(pair[1])));
    DsqlOptions options =
        new DsqlOptions(
            new Upstream(
                Ports.LOOPBACK,
                Integer.parseInt(args[0]),
                PostgresBlueprint.USER,
                PostgresBlueprint.PASSWORD,
                PostgresBlueprint.DATABASE),
            endpoints,
            Integer.parseInt(args[1]),
            Path.of(args[2]),
            Duration.ofMillis(Long.parseLong(args[3])));
    DsqlProxy proxy = DsqlProxy.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(proxy::close, "stop-dsql"));
    System.out.printf("dsql serves endpoints=%s admin=%s%n", endpoints, args[1]);
    new CountDownLatch(1).await();
  }
}
