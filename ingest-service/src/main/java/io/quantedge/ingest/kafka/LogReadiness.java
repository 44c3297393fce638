package io.quantedge.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the log answers, can be written without waiting, and all slots in it are known. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {
  private final KafkaAuctionLog auctionLog;
  private final SlotTail tail;
  private final LogLoops loops;

  LogReadiness(KafkaAuctionLog auctionLog, SlotTail tail, LogLoops loops) {
    this.auctionLog = auctionLog;
    this.tail = tail;
    this.loops = loops;
  }

  @Override
  public HealthCheckResponse call() {
    boolean following = tail.isFollowing() && loops.isTailHealthy();
    return HealthCheckResponse.named("auction-log")
        .status(auctionLog.isWarm() && following)
        .withData("writable", auctionLog.isWarm())
        .withData("slotDirectoryFollowing", following)
        .build();
  }
}
