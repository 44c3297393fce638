package io.quantedge.bench.http;

import java.nio.ByteBuffer;

/** An endless row of requests, as bytes. Used by one thread. */
@FunctionalInterface
public interface Requests {
  /** Puts the next whole request, head and body, into the buffer. */
  void next(ByteBuffer target);
}
