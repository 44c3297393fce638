package io.quantedge.localstack.part;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.dsql.DsqlOptions;
import io.quantedge.localstack.process.JavaCommand;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The local Aurora DSQL before PostgreSQL. Ready means that its admin API answers, which is opened
 * after its endpoints.
 *
 * @param endpoints port of each endpoint by its region, in the order of preference
 * @param adminPort port of the admin API
 * @param postgresPort port of the PostgreSQL behind it
 * @param identity folder of its certificates; they are made at start
 * @param lifetime of a connection
 */
public record DsqlBlueprint(
    Map<String, Integer> endpoints,
    int adminPort,
    int postgresPort,
    Path identity,
    Duration lifetime)
    implements Blueprint {
  /** The preferred region. */
  public static final String FIRST_REGION = "us-east-1";

  /** The other one. */
  public static final String SECOND_REGION = "eu-west-1";

  private static final int HEAP_MEBIBYTES = 96;

  /** Keeps the order of the endpoints. */
  public DsqlBlueprint {
    endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
  }

  /** The two regions of the exchange. */
  public static DsqlBlueprint of(
      int firstPort, int secondPort, int adminPort, int postgresPort, Path identity) {
    Map<String, Integer> endpoints = new LinkedHashMap<>();
    endpoints.put(FIRST_REGION, firstPort);
    endpoints.put(SECOND_REGION, secondPort);
    return new DsqlBlueprint(
        endpoints, adminPort, postgresPort, identity, DsqlOptions.DEFAULT_LIFETIME);
  }

  /** The same with connections of another lifetime. */
  public DsqlBlueprint withLifetime(Duration other) {
    return new DsqlBlueprint(endpoints, adminPort, postgresPort, identity, other);
  }

  /** The certificate of the authority that clients are to trust. */
  public Path caFile() {
    return identity.resolve("ca.pem");
  }

  /** The endpoints as the services' configuration writes them: {@code region@host:port,…}. */
  public String endpointList() {
    return endpoints.entrySet().stream()
        .map(endpoint ->
            "%s@%s:%d".formatted(endpoint.getKey(), DsqlOptions.HOST, endpoint.getValue()))
        .collect(Collectors.joining(","));
  }

  @Override
  public String name() {
    return "dsql";
  }

  @Override
  public List<Integer> ports() {
    List<Integer> ports = new ArrayList<>(endpoints.values());
    ports.add(adminPort);
    return ports;
  }

  @Override
  public List<String> command(ExchangeHome home) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(postgresPort));
    arguments.add(Integer.toString(adminPort));
    arguments.add(identity.toString());
    arguments.add(Long.toString(lifetime.toMillis()));
    endpoints.forEach((region, port) -> arguments.add(region + "=" + port));
    return new JavaCommand(
            JvmOptions.ofStore(HEAP_MEBIBYTES),
            home.partsClasspath(),
            DsqlPart.class.getName(),
            arguments)
        .words();
  }

  @Override
  public boolean isReady() {
    URI state = URI.create("http://127.0.0.1:%d/v1/state".formatted(adminPort));
    return HttpProbe.get(state) == HttpURLConnection.HTTP_OK;
  }
}
