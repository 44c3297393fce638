package io.quantedge.localstack.dsql.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quantedge.localstack.dsql.fault.AdminRequest.BadRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The admin API of the local Aurora DSQL: faults are asked for and the state is read over HTTP, so
 * that tests and the command line do it in the same way. Listens on the loopback address only and
 * has no authentication, as nothing but the local stack is behind it. Thread-safe.
 */
public final class AdminServer implements AutoCloseable {
  private static final int BACKLOG = 16;
  private static final int MAXIMUM_BODY_BYTES = 4_096;
  private static final String ENDPOINTS = "/v1/endpoints/";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Faults faults;
  private final Supplier<Map<String, Object>> state;

  /**
   * Starts listening.
   *
   * @param port port on the loopback address; 0 for any free one
   * @param faults what the API changes
   * @param state what {@code GET /v1/state} shows beside the faults; called on the server's threads
   * @throws UncheckedIOException if the port cannot be had
   */
  public AdminServer(int port, Faults faults, Supplier<Map<String, Object>> state) {
    this.faults = faults;
    this.state = state;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("the admin API cannot listen on port " + port, e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  /** Where it listens. */
  public URI uri() {
    InetSocketAddress address = server.getAddress();
    return URI.create(
        "http://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
    executor.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = AdminRequest.JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_BODY_BYTES + 1);
    if (body.length > MAXIMUM_BODY_BYTES) {
      return problem(
          413, "The body is too large", "at most %d bytes".formatted(MAXIMUM_BODY_BYTES));
    }
    try {
      return route(method, path, body);
    } catch (BadRequestException | IllegalArgumentException e) {
      return problem(400, "The request is not valid", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return problem(500, "The local Aurora DSQL failed", e.toString());
    }
  }

  private Answer route(String method, String path, byte[] body) {
    return switch (path) {
      case "/v1/state" -> method.equals("GET") ? state() : notAllowed(method, path, "GET");
      case "/v1/faults" -> method.equals("DELETE") ? clear() : notAllowed(method, path, "DELETE");
      case "/v1/faults/conflicts", "/v1/faults/cuts", "/v1/faults/latency" ->
          method.equals("PUT")
              ? change(path, AdminRequest.read(body))
              : notAllowed(method, path, "PUT");
      default -> endpointRoute(method, path, body);
    };
  }

  private Answer endpointRoute(String method, String path, byte[] body) {
    String region = path.startsWith(ENDPOINTS) ? path.substring(ENDPOINTS.length()) : "";
    if (!faults.knows(region)) {
      return problem(
          404,
          "There is nothing at this path",
          "%s; endpoints are %s".formatted(path, faults.describe().get("endpoints")));
    }
    if (!method.equals("PUT")) {
      return notAllowed(method, path, "PUT");
    }
    AdminRequest request = AdminRequest.read(body).only("state");
    faults.endpoint(region, request.constant("state", EndpointState.class));
    return done();
  }

  private Answer change(String path, AdminRequest request) {
    switch (path) {
      case "/v1/faults/conflicts" -> conflicts(request);
      case "/v1/faults/cuts" -> {
        request.only("when", "next");
        faults.cutNext(request.constant("when", Cut.class), request.integer("next"));
      }
      default -> faults.latency(latency(request));
    }
    return done();
  }

  private void conflicts(AdminRequest request) {
    if (request.has("next")) {
      request.only("code", "next");
      faults.conflictNext(request.text("code"), request.integer("next"));
    } else {
      request.only("code", "probability", "seed");
      faults.conflictWithProbability(
          request.text("code"), request.number("probability"), request.longInteger("seed"));
    }
  }

  private static Latency latency(AdminRequest request) {
    if (request.has("preset")) {
      return request.only("preset").constant("preset", LatencyPreset.class).latency();
    }
    request.only("statementMillis", "commitMillis");
    return new Latency(request.integer("statementMillis"), request.integer("commitMillis"));
  }

  private Answer clear() {
    faults.clear();
    return done();
  }

  private Answer state() {
    Map<String, Object> all = new LinkedHashMap<>(state.get());
    all.put("faults", faults.describe());
    return new Answer(200, JSON, all);
  }

  /** Changes answer what is planned now. */
  private Answer done() {
    return new Answer(200, JSON, faults.describe());
  }

  private static Answer notAllowed(String method, String path, String allowed) {
    return problem(
        405,
        "The path does not take this method",
        "%s takes %s, not %s".formatted(path, allowed, method));
  }

  private static Answer problem(int status, String title, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    return new Answer(status, PROBLEM, problem);
  }

  /** A response before it is written. */
  private record Answer(int status, String mediaType, Map<String, Object> body) {}
}
