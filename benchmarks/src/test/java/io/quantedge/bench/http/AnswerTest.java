package io.quantedge.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final String WHOLE =
      "HTTP/1.1 202 Accepted\r\ncontent-type: application/json\r\nContent-Length: 2\r\n\r\n{}";

  @Test
  void anAnswerIsCompleteWithItsLastByteAndNotBefore() throws IOException {
    byte[] bytes = ascii(WHOLE);
    for (int size = 0; size < bytes.length; size++) {
      assertThat(Answer.status(bytes, size)).as("%d bytes", size).isEqualTo(Answer.INCOMPLETE);
    }
    assertThat(Answer.status(bytes, bytes.length)).isEqualTo(202);
    byte[] empty = ascii("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n");
    assertThat(Answer.status(empty, empty.length)).isEqualTo(503);
  }

  @Test
  void anAnswerWhoseEndCannotBeKnownIsAnError() {
    byte[] endless = ascii("HTTP/1.1 202 Accepted\r\n\r\n{}");
    assertThatThrownBy(() -> Answer.status(endless, endless.length))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("without a length");
    byte[] tooLong = ascii(WHOLE + "HTTP");
    assertThatThrownBy(() -> Answer.status(tooLong, tooLong.length))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("longer");
  }

  @Test
  void resultLinesAreCountedHoweverTheyAreCut() {
    String lines =
        """
        {"line":1,"status":202,"receipt":{"bidId":"a"}}
        {"line":2,"status":422,"problem":{"code":"BELOW_FLOOR"}}
        {"line":3,"status":202,"receipt":{"bidId":"b"}}
        """;
    for (int piece = 1; piece < 60; piece++) {
      ResultLines counted = new ResultLines();
      for (int from = 0; from < lines.length(); from += piece) {
        counted.add(ascii(lines.substring(from, Math.min(lines.length(), from + piece))));
      }
      assertThat(counted.accepted()).as("in pieces of %d", piece).isEqualTo(2);
      assertThat(counted.others()).as("in pieces of %d", piece).isEqualTo(1);
    }
  }

  @Test
  void aStreamThatBreaksOffIsNotTakenForItsEnd() throws IOException {
    ChunkedAnswer whole = answer("5\r\nabcde\r\n0\r\n\r\n");
    whole.requireOk();
    assertThat(whole.next()).hasSize(5);
    assertThat(whole.next()).isEmpty();

    ChunkedAnswer broken = answer("5\r\nabc");
    broken.requireOk();
    assertThatThrownBy(broken::next).isInstanceOf(IOException.class);
  }

  private static ChunkedAnswer answer(String body) {
    return new ChunkedAnswer(
        new ByteArrayInputStream(
            ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
