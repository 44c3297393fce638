package io.quantedge.simulator;

import io.quantedge.simulator.application.audit.Auditor;
import io.quantedge.simulator.application.audit.Auditor.Books;
import io.quantedge.simulator.dynamodb.DynamoAuditStore;
import io.quantedge.simulator.kafka.KafkaAuditLogs;
import io.quantedge.simulator.report.AuditTable;
import io.quantedge.simulator.sql.JdbcAuditTruth;
import java.security.SecureRandom;
import java.time.Clock;
import org.apache.kafka.common.KafkaException;

/**
 * Decides slots of a running exchange again, from the log alone and from the bid store alone, and
 * compares both with what was announced and settled. It only reads.
 */
public final class AuditRun {
  private AuditRun() {}

  private record Audited(AuditReport report, String table) implements AuditResult {
    @Override
    public boolean agrees() {
      return report.agrees();
    }
  }

  /**
   * Blocks until all is compared.
   *
   * @throws InterruptedException if the calling thread is interrupted
   * @throws RunFailedException if a source cannot be read, or nobody knows the slot
   */
  public static AuditResult run(AuditSpec spec, ExchangeAddresses at, RunListener listener)
      throws InterruptedException, RunFailedException {
    try (KafkaAuditLogs logs = new KafkaAuditLogs(at.kafkaBootstrap());
        DynamoAuditStore store = new DynamoAuditStore(at.dynamoDb())) {
      JdbcAuditTruth truth = new JdbcAuditTruth(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
      AuditReport report =
          new Auditor(
                  new Books(logs, store, truth),
                  Clock.systemUTC(),
                  Thread::sleep,
                  new SecureRandom(),
                  listener)
              .audit(spec);
      return new Audited(report, AuditTable.of(report));
    } catch (KafkaException e) {
      throw new RunFailedException(
          "Kafka at %s could not be used: %s".formatted(at.kafkaBootstrap(), e.getMessage()), e);
    }
  }
}
