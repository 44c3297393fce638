package io.quantedge.ingest.kafka;

import io.quantedge.ingest.domain.StoreFold.Progress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The store writer's two numbers in one commit: the offset to read again from, and, in the commit's
 * metadata, {@code written=<offset>}, up to where everything is in the store.
 */
final class CommitNote {
  private static final Pattern WRITTEN = Pattern.compile("written=([0-9]{1,18})");

  private CommitNote() {}

  static OffsetAndMetadata of(Progress progress) {
    return new OffsetAndMetadata(progress.resumeOffset(), "written=" + progress.writtenOffset());
  }

  /** Without a readable note, only what stands before the committed offset is known as written. */
  static Progress read(@Nullable OffsetAndMetadata committed) {
    if (committed == null) {
      return new Progress(0, 0);
    }
    Matcher matcher = WRITTEN.matcher(committed.metadata());
    long written = matcher.matches() ? Long.parseLong(matcher.group(1)) : committed.offset();
    return new Progress(committed.offset(), Math.max(written, committed.offset()));
  }
}
