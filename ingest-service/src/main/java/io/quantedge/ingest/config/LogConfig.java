package io.quantedge.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the auction log is written and read. */
@ConfigMapping(prefix = "exchange.ingest.log")
public interface LogConfig {
  /** The Kafka brokers, as host:port with commas between. */
  String bootstrapServers();

  /** How long a record may wait for others to travel with it. */
  @WithDefault("2ms")
  Duration linger();

  /** After how long without the broker's acknowledgement a request is answered LOG_UNAVAILABLE. */
  @WithDefault("10s")
  Duration deliveryTimeout();

  /** How long one request to the broker may take; less than the delivery timeout. */
  @WithDefault("4s")
  Duration requestTimeout();

  /** How long an append may block its caller, which is an event loop; tiny on purpose. */
  @WithDefault("50ms")
  Duration maxBlock();

  /** Memory for records that wait for the broker, in bytes. */
  @WithDefault("16777216")
  @Min(1048576)
  long bufferBytes();

  /** Reading the log's tail for the slot directory. */
  Tail tail();

  /** Reading the log's tail for the slot directory. */
  interface Tail {
    /**
     * The pause between two reads. It bounds the processor time that the tail costs, and is what a
     * new slot waits for at most besides the log itself.
     */
    @WithDefault("10ms")
    Duration pause();

    /** After how long without an answer from the broker this node is no longer ready. */
    @WithDefault("5s")
    Duration silenceLimit();
  }
}
