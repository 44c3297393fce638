package io.quantedge.localstack.dsql.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Messages come out as they were sent, however the network cuts them. */
class FrameReaderTest {

  @Test
  void messagesSurviveAnyCut() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      List<Message> sent = new ArrayList<>();
      Buffer stream = Buffer.buffer();
      for (int i = random.nextInt(1, 8); i > 0; i--) {
        Message message = Requests.query("x".repeat(random.nextInt(50)));
        sent.add(message);
        message.appendTo(stream);
      }
      FrameReader reader = new FrameReader(false);
      List<Message> received = new ArrayList<>();
      int at = 0;
      while (at < stream.length()) {
        int end = Math.min(stream.length(), at + random.nextInt(1, 20));
        received.addAll(reader.push(stream.getBuffer(at, end)));
        at = end;
      }
      assertThat(received).as("seed %d", seed).isEqualTo(sent);
    }
  }

  @Test
  void theFirstPacketHasNoTypeAndTheNextOneHas() {
    FrameReader reader = new FrameReader(true);
    Message startup = reader.push(Requests.startup(java.util.Map.of("user", "a"))).getFirst();
    assertThat(startup.type()).isEqualTo(Message.STARTUP);
    assertThat(startup.body().getInt(0)).isEqualTo(Requests.PROTOCOL_3);
    reader.startupIsDone();
    assertThat(reader.push(Requests.sync().frame())).containsExactly(Requests.sync());
  }

  @Test
  void impossibleLengthsAreRefused() {
    for (int length : new int[] {-1, 0, 3, FrameReader.MAXIMUM_MESSAGE_BYTES + 1}) {
      Buffer frame = Buffer.buffer().appendByte((byte) 'Q').appendInt(length);
      assertThatThrownBy(() -> new FrameReader(false).push(frame))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining(Integer.toString(length));
    }
  }

  @Test
  void anErrorIsReadAsItWasWritten() {
    SqlError error = SqlError.error("40001", "lost");
    assertThat(SqlError.read(Answers.error(error))).isEqualTo(error);
  }
}
