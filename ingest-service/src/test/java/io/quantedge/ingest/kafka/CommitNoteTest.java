package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.ingest.domain.StoreFold.Progress;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitNoteTest {
  @Test
  void shouldReadWhatItWrote() {
    Progress progress = new Progress(12, 345);

    assertThat(CommitNote.read(CommitNote.of(progress))).isEqualTo(progress);
    assertThat(CommitNote.of(progress).metadata()).isEqualTo("written=345");
  }

  @Test
  void shouldBeginAtTheBeginningWithoutACommit() {
    assertThat(CommitNote.read(null)).isEqualTo(new Progress(0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "written=", "written=-1", "written=x", "by hand", "written=3"})
  void shouldTrustOnlyTheCommittedOffsetWhenTheNoteSaysNothingMore(String metadata) {
    assertThat(CommitNote.read(new OffsetAndMetadata(12, metadata)))
        .isEqualTo(new Progress(12, 12));
  }
}
