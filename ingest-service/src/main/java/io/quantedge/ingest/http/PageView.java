package io.quantedge.ingest.http;

import io.quantedge.ingest.domain.Page;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page, absent at the end; a page may be empty and not the last
 */
record PageView<T>(List<T> items, Optional<String> next) {
  static <T> PageView<T> of(Page<T> page) {
    return new PageView<>(page.items(), page.next());
  }
}
