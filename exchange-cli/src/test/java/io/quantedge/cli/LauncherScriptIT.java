package io.quantedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The launcher script with the real JDK and the packaged command line. */
@Timeout(60)
class LauncherScriptIT {
  @Test
  void itHandsOverToTheCommandLine() throws Exception {
    Path home = Path.of(System.getProperty("exchange.home"));
    Process process =
        new ProcessBuilder(home.resolve("exchange").toString(), "help")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("Usage: exchange COMMAND").contains("replay");
  }
}
