package io.quantedge.telemetry.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/**
 * Answers what a page asks about the simulator, so that the view can be seen in every state without
 * any traffic. Used by the test's own thread alone, as the browser's driver demands.
 */
final class SimulatorStandIn {
  private static final String RUN =
      """
      {"runId":"7b0f3c1e-0000-4000-8000-000000000001","state":"%s","startedAt":"%s",
       "profile":"WORLD","bidsPerSecond":250,"slots":12,"contentionPercent":25,"seconds":60,
       "bidsSent":1234,"bidsAcknowledged":1230,"bidsRefused":4,"slotsOpened":9,"slotsClosed":3,
       "lastProblem":null}
      """;
  private static final String SIMULATOR =
      """
      {"enabled":%s,"whyNot":%s,"running":%s,
       "profiles":[
         {"name":"WORLD","title":"The whole world","regions":{"us-east-1":40,"eu-west-1":30,"ap-southeast-1":20,"sa-east-1":10}},
         {"name":"EAST","title":"One region","regions":{"us-east-1":100}}],
       "limits":{"bidsPerSecond":{"min":1,"max":5000,"default":250},"slots":{"min":1,"max":2000,"default":12},
         "contentionPercent":{"min":0,"max":100,"default":25},"seconds":{"min":5,"max":600,"default":60}}}
      """;
  private static final String PROBLEM =
      "{\"title\":\"Service Unavailable\",\"status\":503,\"code\":\"SIMULATOR_UNAVAILABLE\","
          + "\"detail\":\"The simulator does not answer.\"}";

  private String whyNot = "";
  private String startedAt = "";
  private String asked = "";
  private boolean failing;

  /** From now on the page's questions about the simulator end here. */
  void answer(Page page) {
    page.route("**/v1/simulator", this::state);
    page.route(
        "**/v1/simulator/runs",
        route -> {
          asked = route.request().postData();
          startedAt = "2026-03-01T10:00:00Z";
          json(route, 201, RUN.formatted("STARTING", startedAt));
        });
    page.route(
        "**/v1/simulator/runs/current",
        route -> {
          String started = startedAt;
          startedAt = "";
          json(route, 202, RUN.formatted("STOPPING", started));
        });
  }

  void switchOff(String why) {
    whyNot = why;
  }

  void fail() {
    failing = true;
  }

  /** What the page sent to start a run. */
  String asked() {
    return asked;
  }

  private void state(Route route) {
    if (failing) {
      json(route, 503, PROBLEM);
      return;
    }
    boolean enabled = whyNot.isEmpty();
    json(
        route,
        200,
        SIMULATOR.formatted(
            enabled,
            enabled ? "null" : '"' + whyNot + '"',
            startedAt.isEmpty() ? "null" : RUN.formatted("RUNNING", startedAt)));
  }

  private static void json(Route route, int status, String body) {
    String type = status < 300 ? "application/json" : "application/problem+json";
    route.fulfill(new Route.FulfillOptions().setStatus(status).setContentType(type).setBody(body));
  }
}
