package io.quantedge.settlement.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.settlement.application.StoreUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure of a request into problem details; no stack trace leaves the process. */
final class ProblemMappers {
  private static final Logger log = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response refused(ProblemException refused, UriInfo uri) {
    return Problem.response(refused.code(), String.valueOf(refused.getMessage()), path(uri));
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException mismatched, UriInfo uri) {
    return Problem.response(ProblemCode.INVALID_REQUEST, textOf(mismatched), path(uri));
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure, UriInfo uri) {
    int status = failure.getResponse().getStatus();
    ProblemCode code =
        switch (status) {
          case 404 -> ProblemCode.NOT_FOUND;
          case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
          case 406 -> ProblemCode.NOT_ACCEPTABLE;
          case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
          default -> status < 500 ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
    String detail =
        failure.getCause() instanceof JsonProcessingException json
            ? textOf(json)
            : code.title() + ".";
    return Problem.response(code, status, detail, path(uri));
  }

  @ServerExceptionMapper
  Response unavailable(StoreUnavailableException failure, UriInfo uri) {
    return Problem.response(
        ProblemCode.TRUTH_STORE_UNAVAILABLE, String.valueOf(failure.getMessage()), path(uri));
  }

  @ServerExceptionMapper
  Response store(StoreException failure, UriInfo uri) {
    if (failure.getCause() instanceof ArithmeticException tooLarge) {
      return Problem.response(
          ProblemCode.BALANCE_OUT_OF_RANGE, String.valueOf(tooLarge.getMessage()), path(uri));
    }
    return StoreException.failureOf(failure) instanceof StoreFailure.Passing passing
        ? Problem.response(ProblemCode.TRUTH_STORE_UNAVAILABLE, passing.detail(), path(uri))
        : unexpected(failure, uri);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure, UriInfo uri) {
    log.errorf(failure, "request failed path=%s", path(uri));
    return Problem.response(
        ProblemCode.INTERNAL_ERROR, "The failure is in the log of this service.", path(uri));
  }

  private static String path(UriInfo uri) {
    return uri.getRequestUri().getPath();
  }

  private static String textOf(JsonProcessingException failure) {
    String field =
        failure instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."))
            : "";
    @Nullable String message = failure.getOriginalMessage();
    String text = String.valueOf(message).lines().findFirst().orElse("");
    return field.isEmpty()
        ? "the body is not readable JSON: " + text
        : "field '" + field + "' is not valid: " + text;
  }
}
