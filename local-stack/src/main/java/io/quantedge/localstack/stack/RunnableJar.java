package io.quantedge.localstack.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * What {@code java -jar} would take from a jar's manifest, for starting its main class through
 * another one. Immutable.
 *
 * @param mainClass the class to run
 * @param jvmOptions the packages that it must have opened or exported
 */
public record RunnableJar(String mainClass, List<String> jvmOptions) {
  /**
   * Reads the manifest.
   *
   * @throws IOException if the jar cannot be read or names no main class
   */
  public static RunnableJar read(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes attributes =
          Optional.ofNullable(file.getManifest())
              .map(Manifest::getMainAttributes)
              .orElseThrow(() -> new IOException(jar + " has no manifest"));
      String mainClass =
          Optional.ofNullable(attributes.getValue(Attributes.Name.MAIN_CLASS))
              .orElseThrow(() -> new IOException(jar + " names no main class"));
      List<String> options = new ArrayList<>();
      packages(attributes, "Add-Opens")
          .map("--add-opens=%s=ALL-UNNAMED"::formatted)
          .forEach(options::add);
      packages(attributes, "Add-Exports")
          .map("--add-exports=%s=ALL-UNNAMED"::formatted)
          .forEach(options::add);
      return new RunnableJar(mainClass, List.copyOf(options));
    }
  }

  private static Stream<String> packages(Attributes attributes, String name) {
    return Optional.ofNullable(attributes.getValue(name)).stream()
        .flatMap(value -> Arrays.stream(value.strip().split("\\s+")));
  }
}
