package io.quantedge.localstack.dsql.fault;

/** Latencies by name, so that a demo need not know the figures. */
public enum LatencyPreset {
  /** {@link Latency#NONE}. */
  NONE(Latency.NONE),
  /** {@link Latency#SINGLE_REGION}. */
  SINGLE_REGION(Latency.SINGLE_REGION),
  /** {@link Latency#MULTI_REGION}. */
  MULTI_REGION(Latency.MULTI_REGION);

  private final Latency latency;

  LatencyPreset(Latency latency) {
    this.latency = latency;
  }

  /** The figures. */
  public Latency latency() {
    return latency;
  }
}
