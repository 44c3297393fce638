package io.quantedge.telemetry.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quantedge.telemetry.domain.incident.Incident;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * A problem with an event, and the incident as it is, so that whoever sent it need not ask again.
 */
record IncidentProblem(@JsonUnwrapped Problem problem, IncidentView incident) {
  static Response notAllowed(Incident incident, Object type, UriInfo uri) {
    String detail =
        "The incident is %s (version %d), and %s is not possible there; possible are %s."
            .formatted(incident.state(), incident.version(), type, incident.allowed());
    Problem problem = Problem.of(Response.Status.CONFLICT, "INCIDENT_TRANSITION", detail, uri);
    return Response.status(problem.status())
        .type(MediaType.valueOf(Problem.MEDIA_TYPE))
        .entity(new IncidentProblem(problem, IncidentView.of(incident)))
        .build();
  }
}
