package io.quantedge.evaluator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import java.util.OptionalLong;

/** Settings of the evaluator. Connection and security of Kafka are the usual {@code kafka.*}. */
@ConfigMapping(prefix = "exchange.evaluator")
public interface EvaluatorConfig {
  /** The consumer group whose members share the partitions of the auction log. */
  @NotBlank
  @WithDefault("evaluator")
  String groupId();

  /**
   * Of how many accounts an outcome names the best bid. All instances must have the same value, or
   * they disagree about outcomes.
   */
  @Min(1)
  @Max(100)
  @WithDefault("3")
  int candidates();

  /** By what outcomes are spread over the workers that settle them: WINNER or SLOT. */
  @WithDefault("WINNER")
  OutcomeKey outcomeKey();

  /** Longest wait for records, and so the longest delay of a restart or a shutdown. */
  @Min(1)
  @Max(5_000)
  @WithDefault("100")
  int pollMillis();

  /** Most records taken at once. Timers and acknowledgements wait while they are folded. */
  @Min(1)
  @Max(100_000)
  @WithDefault("2000")
  int maxPollRecords();

  /** How often progress is committed. More often means less to fold again after a crash. */
  @Min(10)
  @Max(60_000)
  @WithDefault("1000")
  int commitIntervalMillis();

  /** How often the traffic of slots that moved is told. */
  @Min(10)
  @Max(60_000)
  @WithDefault("1000")
  int statsIntervalMillis();

  /** How long a failed send waits before it is repeated. */
  @Min(1)
  @Max(60_000)
  @WithDefault("500")
  int retryDelayMillis();

  /** How many sends of one kind may wait for their acknowledgement. */
  @Min(1)
  @Max(10_000)
  @WithDefault("256")
  int maxInFlight();

  /** With how many untold outcomes and markers the loop stops to read on. */
  @Min(1)
  @Max(1_000_000)
  @WithDefault("5000")
  int maxUndelivered();

  /** How long loading the decided slots, or any other question to the broker, may take. */
  @Min(100)
  @Max(240_000)
  @WithDefault("30000")
  int loadTimeoutMillis();

  /** After how long a silent member loses its partitions. */
  @Min(1_000)
  @Max(300_000)
  @WithDefault("6000")
  int sessionTimeoutMillis();

  /** How often a member says that it lives; a quarter of the session is usual. */
  @Min(100)
  @Max(60_000)
  @WithDefault("1500")
  int heartbeatIntervalMillis();

  /** How long a send may try inside the Kafka client before it fails and is repeated by us. */
  @Min(1_000)
  @Max(300_000)
  @WithDefault("10000")
  int deliveryTimeoutMillis();

  /** How long a send may block the loop, for example when the client's buffer is full. */
  @Min(1)
  @Max(5_000)
  @WithDefault("1000")
  int maxBlockMillis();

  /**
   * The name of this instance in the consumer group, if it has a lasting one: then a restart within
   * the session moves no partition. Two instances must not share it.
   */
  Optional<String> instanceId();

  /** Where the other instances reach this one's HTTP interface, as host:port. */
  @NotBlank
  @WithDefault("127.0.0.1:${quarkus.http.port:8082}")
  String advertisedAddress();

  /** After how long without a poll a member that hangs loses its partitions. */
  @Min(10_000)
  @Max(3_600_000)
  @WithDefault("300000")
  int maxPollIntervalMillis();

  /** An open slot is saved when a new owner would have to fold more records than this for it. */
  @Min(1)
  @Max(100_000_000)
  @WithDefault("20000")
  long snapshotRecords();

  /** An open slot is saved when what a new owner would have to fold for it is older than this. */
  @Min(100)
  @Max(86_400_000)
  @WithDefault("60000")
  int snapshotIntervalMillis();

  /** How long the outcome of a decided slot stays in memory for queries. */
  @Min(1_000)
  @Max(86_400_000)
  @WithDefault("600000")
  int decidedMemoryMillis();

  /**
   * How long it is kept that a slot was decided, so that nothing opens it again; longer than the
   * auction log and the bid store are kept.
   */
  @Min(1)
  @Max(100_000)
  @WithDefault("192")
  int decidedRetentionHours();

  /**
   * With how many bids of open slots in memory the loop stops to read on, at about 75 bytes each;
   * absent means as many as fill half of the heap.
   */
  OptionalLong maxRememberedBids();

  /** Wait before the first restart of a failed loop; it doubles from failure to failure. */
  @Min(1)
  @Max(60_000)
  @WithDefault("250")
  int restartDelayMillis();

  /** The longest wait before a restart. */
  @Min(1)
  @Max(600_000)
  @WithDefault("10000")
  int maxRestartDelayMillis();

  /** How long a shutdown waits for the loop to leave its group. */
  @Min(100)
  @Max(60_000)
  @WithDefault("8000")
  int stopTimeoutMillis();
}
