package io.quantedge.ingest.kafka;

import io.quantedge.ingest.application.PlaceBid;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.tracing.Traces;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what is done with a submission. */
@Dependent
class SubmissionWiring {
  @Produces
  @Singleton
  SubmissionSession.Work work(
      IngestConfig config, PlaceBid placeBid, Rejections rejections, Traces traces) {
    return new SubmissionSession.Work(
        new SubmissionDecoder(config.maxBodyBytes()), placeBid, rejections, traces);
  }
}
