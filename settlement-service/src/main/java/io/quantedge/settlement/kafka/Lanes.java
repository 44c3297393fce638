package io.quantedge.settlement.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Works on a stream in a fixed number of lanes, chosen by key: what has the same key is done one
 * after another, in order, and what is in other lanes is done side by side. Stateless.
 *
 * @param count how many lanes, 1 or more
 */
record Lanes(int count) {
  /**
   * @param hash of the item's key
   * @param work must not fail: a failure ends the stream
   */
  <T> Multi<Void> run(Multi<T> items, ToIntFunction<T> hash, Function<T, Uni<Void>> work) {
    return items
        .group()
        .by(item -> Math.floorMod(hash.applyAsInt(item), count))
        .onItem()
        .transformToMulti(lane -> lane.onItem().transformToUniAndConcatenate(work::apply))
        .merge(count);
  }
}
