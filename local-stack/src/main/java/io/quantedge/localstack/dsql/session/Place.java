package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.access.ConnectionGate;
import io.quantedge.localstack.dsql.access.TokenCheck;
import io.quantedge.localstack.dsql.fault.Faults;
import java.time.Clock;
import java.time.Duration;

/**
 * Where a client comes in: an endpoint, with what it shares with the others. Thread-safe as its
 * parts are.
 *
 * @param region the endpoint's region
 * @param host the endpoint's name
 * @param engine the transactions of the cluster
 * @param tokens checks passwords
 * @param gate limits connections
 * @param faults what is to go wrong
 * @param counters the endpoint's own
 * @param lifetime of a connection
 * @param clock the time
 */
public record Place(
    String region,
    String host,
    Engine engine,
    TokenCheck tokens,
    ConnectionGate gate,
    Faults faults,
    Counters counters,
    Duration lifetime,
    Clock clock) {}
