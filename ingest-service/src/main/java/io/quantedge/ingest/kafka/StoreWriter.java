package io.quantedge.ingest.kafka;

import io.quantedge.ingest.application.StoreRound;
import io.quantedge.ingest.application.StoreSetup;
import io.quantedge.ingest.config.LogConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.ShardRules;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.metrics.StoreMetrics;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the log into the bid store, as one member of a group that shares the partitions: makes
 * the store and the consumer ready and runs one {@link StoreSession} over them.
 *
 * <p>One thread runs it; {@link #wakeup} and {@link #isPutOff} may be called by any.
 */
@Singleton
class StoreWriter {
  private static final Logger log = Logger.getLogger(StoreWriter.class);

  private final LogConfig logConfig;
  private final StoreConfig config;
  private final StoreSetup setup;
  private final StoreRound.Stores stores;
  private final StoreMetrics metrics;
  private final FullJitter roundBackoff;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
  private volatile boolean putOff;

  StoreWriter(
      LogConfig logConfig,
      StoreConfig config,
      StoreSetup setup,
      StoreRound.Stores stores,
      StoreMetrics metrics,
      RandomGenerator random) {
    this.logConfig = logConfig;
    this.config = config;
    this.setup = setup;
    this.metrics = metrics;
    this.stores = stores;
    this.roundBackoff = new FullJitter(config.roundRetryBase(), config.roundRetryCap(), random);
  }

  /** Whether the store refuses writes at the moment, so that records wait in the log. */
  boolean isPutOff() {
    return putOff;
  }

  /** Ends a blocking read, so that the loop can look whether it must stop. */
  void wakeup() {
    KafkaConsumer<String, byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
  }

  void run(SupervisedLoop loop) {
    setup.ensureReady().await().indefinitely();
    try (KafkaConsumer<String, byte[]> opened =
        new KafkaConsumer<>(ClientSettings.storeWriter(logConfig, config))) {
      consumer = opened;
      ShardRules shards = new ShardRules(config.shards().bidsPerShard(), config.shards().max());
      StoreFold fold = new StoreFold(config.maxRememberedBids(), shards);
      StoreSession session = new StoreSession(opened, fold, stores, metrics, settings());
      session.begin();
      while (!loop.isStopping()) {
        session.step();
        putOff = session.isPutOff();
        loop.succeeded();
      }
    } catch (WakeupException e) {
      log.debug("store writer woken up");
    } finally {
      consumer = null;
      putOff = false;
      metrics.nothingUnwritten();
    }
  }

  private StoreSession.Settings settings() {
    return new StoreSession.Settings(roundBackoff, config.maxUnwrittenRecords());
  }
}
