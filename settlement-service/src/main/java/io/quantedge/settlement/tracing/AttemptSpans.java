package io.quantedge.settlement.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.settlement.application.Operation;
import io.quantedge.settlement.application.OperationWatch;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.tracing.Traces;

/**
 * The attempts of one operation as spans: from its reads to its commit, or to what stopped it. Its
 * attempts come one after another, so it needs no lock.
 */
final class AttemptSpans implements OperationWatch.Run {
  static final AttributeKey<String> DB_SYSTEM = AttributeKey.stringKey("db.system.name");
  static final AttributeKey<String> SQL_STATE = AttributeKey.stringKey("db.response.status_code");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> OPERATION_ID = AttributeKey.stringKey("exchange.operation.id");
  static final AttributeKey<String> WORKER = AttributeKey.stringKey("exchange.worker");
  static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("exchange.attempt");
  static final AttributeKey<String> CODE = AttributeKey.stringKey("exchange.store.code");
  static final AttributeKey<Long> BACKOFF = AttributeKey.longKey("exchange.backoff_ms");
  static final AttributeKey<String> FINDING = AttributeKey.stringKey("exchange.finding");
  static final AttributeKey<Boolean> COMMIT = AttributeKey.booleanKey("exchange.commit");

  private final Traces traces;
  private final Operation operation;
  private final Context parent;
  private volatile Span span = Span.getInvalid();

  AttemptSpans(Traces traces, Operation operation, Context parent) {
    this.traces = traces;
    this.operation = operation;
    this.parent = parent;
  }

  @Override
  public void attempt(int number) {
    span =
        traces
            .span("attempt")
            .setParent(parent)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(DB_SYSTEM, "postgresql")
            .setAttribute(OPERATION_ID, operation.operationId().toString())
            .setAttribute(WORKER, operation.worker())
            .setAttribute(ATTEMPT, (long) number)
            .startSpan();
  }

  @Override
  public void failed(StoreFailure failure, long backoffMillis) {
    Span failed = span;
    switch (failure) {
      case StoreFailure.Passing passing -> {
        failed.setAttribute(ERROR_TYPE, passing.cause().name());
        passing.sqlState().ifPresent(state -> failed.setAttribute(SQL_STATE, state));
        passing.code().ifPresent(code -> failed.setAttribute(CODE, code));
      }
      case StoreFailure.Lasting lasting ->
          failed.setAttribute(ERROR_TYPE, lasting.getClass().getSimpleName());
    }
    failed.setAttribute(BACKOFF, backoffMillis);
    failed.setAttribute(COMMIT, false);
    failed.setStatus(StatusCode.ERROR, failure.detail());
    failed.end();
  }

  @Override
  public void done(Finding finding) {
    span.setAttribute(FINDING, finding.name());
    span.setAttribute(COMMIT, finding == Finding.COMMITTED);
    span.end();
  }
}
