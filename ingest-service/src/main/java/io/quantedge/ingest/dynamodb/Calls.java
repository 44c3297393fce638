package io.quantedge.ingest.dynamodb;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Turns the SDK's futures into {@link Uni}s that fail with the SDK's own exceptions. */
final class Calls {
  private Calls() {}

  static <T> Uni<T> of(Supplier<CompletableFuture<T>> call) {
    return Uni.createFrom()
        .completionStage(call)
        .onFailure(CompletionException.class)
        .transform(wrapped -> wrapped.getCause() == null ? wrapped : wrapped.getCause());
  }
}
