package io.quantedge.settlement.http;

import io.quantedge.settlement.application.Page;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next to be handed back as {@code after}; absent on the last page
 */
record PageView<T>(
    List<T> items,
    @Schema(description = "To be handed back as 'after'; absent on the last page")
        @Nullable String next) {

  static <R, K, T> PageView<T> of(Page<R, K> page, CursorCodec<K> codec, Function<R, T> view) {
    return new PageView<>(
        page.items().stream().map(view).toList(), page.next().map(codec::encode).orElse(null));
  }
}
