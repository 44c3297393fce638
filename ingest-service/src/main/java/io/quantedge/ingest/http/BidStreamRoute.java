package io.quantedge.ingest.http;

import io.quantedge.ingest.application.BoundedLog;
import io.quantedge.ingest.application.IntakeObserver;
import io.quantedge.ingest.application.PlaceBid;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.domain.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes streams of bids: newline-delimited JSON in, a result line for each line out. It is a route
 * of its own beside the REST resources because those read a whole body before they answer.
 */
@Singleton
class BidStreamRoute {
  static final String PATH = "/v1/bids";
  static final String MEDIA_TYPE = "application/x-ndjson";

  /** Ahead of the bounds on bodies: a stream has no length that would have to be bounded. */
  private static final int ORDER = -1_000;

  private final PlaceBid placeBid;
  private final BoundedLog log;
  private final Streams streams;
  private final IntakeObserver observer;
  private final IngestConfig config;
  private final Problems problems;

  BidStreamRoute(
      PlaceBid placeBid,
      BoundedLog log,
      Streams streams,
      IntakeObserver observer,
      IngestConfig config,
      Problems problems) {
    this.placeBid = placeBid;
    this.log = log;
    this.streams = streams;
    this.observer = observer;
    this.config = config;
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router.route(PATH).order(ORDER).handler(this::accept);
  }

  private void accept(RoutingContext context) {
    if (!context.request().method().equals(HttpMethod.POST)) {
      context.response().putHeader(HttpHeaders.ALLOW, "POST");
      problems.answer(context, Problems.methodNotAllowed());
    } else if (!isStream(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
      problems.answer(context, Problems.unsupportedMediaType(MEDIA_TYPE));
    } else {
      open(context);
    }
  }

  private void open(RoutingContext context) {
    BidStream.Tools tools =
        new BidStream.Tools(
            placeBid, log, streams, config.maxBodyBytes(), config.streams().window());
    ResultLines results = problems.resultLines(PATH);
    BidStream stream = new BidStream(Vertx.currentContext(), context.request(), tools, results);
    if (!streams.enter(stream)) {
      refuse(context, new Refusal.Overloaded("open streams", streams.maxOpen()));
      return;
    }
    if (context.request().headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
      context.response().writeContinue();
    }
    stream.begin();
  }

  private void refuse(RoutingContext context, Refusal refusal) {
    observer.refused(refusal);
    RefusalProblems.retryAfterSeconds(refusal)
        .ifPresent(seconds ->
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    problems.answer(context, RefusalProblems.problem(refusal));
  }

  /** Parameters of the type, such as a charset, say nothing new: JSON is UTF-8. */
  private static boolean isStream(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT).equals(MEDIA_TYPE);
  }
}
