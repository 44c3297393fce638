package io.quantedge.evaluator.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of everything that the framework refuses or that goes wrong. */
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER);

  @ServerExceptionMapper
  public Response refused(ProblemException refusal, UriInfo uri) {
    return Problem.of(refusal.kind(), String.valueOf(refusal.getMessage()), uri)
        .toResponse()
        .build();
  }

  @ServerExceptionMapper
  public Response refused(WebApplicationException refusal, UriInfo uri) {
    Response original = refusal.getResponse();
    Response.ResponseBuilder response = problemOf(original.getStatus(), uri).toResponse();
    KEPT_HEADERS.forEach(name -> {
      String value = original.getHeaderString(name);
      if (value != null) {
        response.header(name, value);
      }
    });
    return response.build();
  }

  @ServerExceptionMapper
  public Response failed(Exception failure, UriInfo uri) {
    LOG.errorf(failure, "request failed path=%s", uri.getPath());
    return Problem.of(
            Problem.Kind.INTERNAL_ERROR, "the service could not answer; its log says why", uri)
        .toResponse()
        .build();
  }

  private static Problem problemOf(int status, UriInfo uri) {
    return switch (status) {
      case 404 -> problem(status, "NOT_FOUND", "Nothing is here", "no such path", uri);
      case 405 ->
          problem(
              status,
              "METHOD_NOT_ALLOWED",
              "The method is not allowed",
              "use a method of the Allow header",
              uri);
      case 406 ->
          problem(
              status,
              "NOT_ACCEPTABLE",
              "No such representation",
              "this path answers application/json",
              uri);
      case 415 ->
          problem(
              status,
              "UNSUPPORTED_MEDIA_TYPE",
              "The media type is not supported",
              "send application/json",
              uri);
      default ->
          status < 500
              ? problem(
                  status, "INVALID_REQUEST", "The request is not valid", "it was refused", uri)
              : Problem.of(Problem.Kind.INTERNAL_ERROR, "the service could not answer", uri);
    };
  }

  private static Problem problem(
      int status, String code, String title, String advice, UriInfo uri) {
    String detail = uri.getRequestUri().getRawPath() + ": " + advice;
    return Problem.of(status, code, title, detail, uri);
  }
}
