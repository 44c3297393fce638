package io.quantedge.localstack.dsql.fault;

/** How an endpoint treats its clients. */
public enum EndpointState {
  /** As it should. */
  SERVING,
  /** New connections are refused, old ones closed. */
  REFUSING,
  /** Bytes are swallowed on old and new connections; TCP stays open. */
  HANGING,
  /** Existing connections are cut once; new ones are accepted again. */
  DROPPED
}
