package io.quantedge.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the chunks are, the lines are the same. */
class LineSplitterProperties {
  private static final int MAX = 10;

  @Test
  void shouldFindTheSameLinesHoweverTheBodyIsCut() {
    for (long seed = 1; seed <= 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String body = body(random);

      assertThat(split(body, random)).as("seed %d body %s", seed, body).isEqualTo(expected(body));
    }
  }

  @Test
  void shouldTakeALastLineWithoutAnEnd() {
    assertThat(split("a\nb", new SplittableRandom(1))).containsExactly("1 a", "2 b");
    assertThat(split("a\nb\n", new SplittableRandom(1))).containsExactly("1 a", "2 b");
    assertThat(split("", new SplittableRandom(1))).isEmpty();
  }

  private static String body(SplittableRandom random) {
    StringBuilder body = new StringBuilder();
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      body.append("ab \t\r\n\nc".charAt(random.nextInt(8)));
      if (random.nextInt(20) == 0) {
        body.append("x".repeat(random.nextInt(3 * MAX)));
      }
    }
    return body.toString();
  }

  private static List<String> expected(String body) {
    List<String> lines = new ArrayList<>();
    String[] all = body.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      if (all[i].length() > MAX) {
        lines.add((i + 1) + " too long");
      } else if (!all[i].isBlank()) {
        lines.add((i + 1) + " " + all[i]);
      }
    }
    return lines;
  }

  private static List<String> split(String body, SplittableRandom random) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    LineSplitter splitter = new LineSplitter(MAX);
    List<String> lines = new ArrayList<>();
    int position = 0;
    while (true) {
      switch (splitter.next()) {
        case LineSplitter.Found.Whole whole -> lines.add(text(whole.line()));
        case LineSplitter.Found.End end -> {
          return lines;
        }
        case LineSplitter.Found.NeedsMore needsMore -> {
          if (position == bytes.length) {
            splitter.end();
          } else {
            int next = Math.min(bytes.length, position + 1 + random.nextInt(12));
            splitter.feed(Arrays.copyOfRange(bytes, position, next));
            position = next;
          }
        }
      }
    }
  }

  private static String text(LineSplitter.Line line) {
    return line.number()
        + " "
        + (line.tooLong()
            ? "too long"
            : new String(line.bytes(), line.offset(), line.length(), StandardCharsets.US_ASCII));
  }
}
