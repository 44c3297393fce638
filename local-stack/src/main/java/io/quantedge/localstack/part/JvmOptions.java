package io.quantedge.localstack.part;

import java.util.ArrayList;
import java.util.List;

/** Options that the JVMs of all stores share: small, quick to start, quiet. */
final class JvmOptions {
  private JvmOptions() {}

  static List<String> ofStore(int heapMebibytes, String... more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=160m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dlog4j2.level=WARN"));
    options.addAll(List.of(more));
    return options;
  }
}
