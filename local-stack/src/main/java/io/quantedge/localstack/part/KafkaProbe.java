package io.quantedge.localstack.part;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.localstack.process.Ports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks a broker for its metadata with a hand-made request (Kafka protocol: Metadata, version 1), so
 * that whoever starts a broker needs no Kafka client.
 */
final class KafkaProbe {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int MAX_RESPONSE_BYTES = 1 << 20;
  private static final short METADATA = 3;
  private static final short VERSION = 1;
  private static final int CORRELATION = 1;
  private static final int ALL_TOPICS = -1;

  private KafkaProbe() {}

  static boolean servesAllTopics(int port) {
    try {
      Map<String, Integer> led = ledPartitions(metadata(port));
      return Arrays.stream(Topic.values())
          .allMatch(topic -> led.getOrDefault(topic.topicName(), 0) >= topic.partitions());
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] metadata(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(Ports.LOOPBACK, port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      byte[] request = request();
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(request.length);
      out.write(request);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int size = in.readInt();
      if (size < 0 || size > MAX_RESPONSE_BYTES) {
        throw new IOException("not a Kafka broker: answer of " + size + " bytes");
      }
      return in.readNBytes(size);
    }
  }

  static byte[] request() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeShort(METADATA);
      out.writeShort(VERSION);
      out.writeInt(CORRELATION);
      out.writeUTF("local-stack-probe");
      out.writeInt(ALL_TOPICS);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many partitions of each topic have a leader. */
  static Map<String, Integer> ledPartitions(byte[] response) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(response));
    in.readInt();
    for (int brokers = in.readInt(); brokers > 0; brokers--) {
      in.readInt();
      skipString(in);
      in.readInt();
      skipString(in);
    }
    in.readInt();
    Map<String, Integer> led = new HashMap<>();
    for (int topics = in.readInt(); topics > 0; topics--) {
      in.readShort();
      String name = new String(in.readNBytes(in.readShort()), StandardCharsets.UTF_8);
      in.readBoolean();
      led.put(name, ledPartitionsOfOneTopic(in));
    }
    return led;
  }

  private static int ledPartitionsOfOneTopic(DataInputStream in) throws IOException {
    int led = 0;
    for (int partitions = in.readInt(); partitions > 0; partitions--) {
      in.readShort();
      in.readInt();
      int leader = in.readInt();
      led += leader >= 0 ? 1 : 0;
      in.skipNBytes(4L * in.readInt());
      in.skipNBytes(4L * in.readInt());
    }
    return led;
  }

  private static void skipString(DataInputStream in) throws IOException {
    short length = in.readShort();
    in.skipNBytes(Math.max(0, length));
  }
}
