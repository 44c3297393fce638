package io.quantedge.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnableJarTest {
  @TempDir Path folder;

  @Test
  void whatTheManifestOpensIsOpened() throws Exception {
    Path jar =
        jar(
            Map.of(
                "Manifest-Version", "1.0",
                "Main-Class", "a.Main",
                "Add-Opens", "java.base/java.lang java.base/java.util",
                "Add-Exports", "java.base/sun.nio.ch"));
    assertThat(RunnableJar.read(jar).mainClass()).isEqualTo("a.Main");
    assertThat(RunnableJar.read(jar).jvmOptions())
        .containsExactly(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED");
  }

  @Test
  void aJarWithoutWishesHasNone() throws Exception {
    Path jar = jar(Map.of("Manifest-Version", "1.0", "Main-Class", "a.Main"));
    assertThat(RunnableJar.read(jar).jvmOptions()).isEmpty();
  }

  @Test
  void aJarWithoutAMainClassIsNamed() throws Exception {
    Path jar = jar(Map.of("Manifest-Version", "1.0"));
    assertThatThrownBy(() -> RunnableJar.read(jar))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(jar + " names no main class");
  }

  private Path jar(Map<String, String> attributes) throws IOException {
    Manifest manifest = new Manifest();
    attributes.forEach(manifest.getMainAttributes()::putValue);
    Path jar = folder.resolve("a.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }
}
