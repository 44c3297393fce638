package io.quantedge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the checked-out exchange: where the built modules are found and where everything
 * that a local run leaves behind goes ({@code .local}). Immutable.
 *
 * @param root absolute path of the folder that holds the root {@code pom.xml}
 */
public record ExchangeHome(Path root) {
  /** System property that names the folder; set by the launcher and by the tests' configuration. */
  public static final String PROPERTY = "exchange.home";

  private static final String MODULE = "local-stack";

  /** Makes the path absolute. */
  public ExchangeHome {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * Finds the folder by the system property {@value #PROPERTY}, else by walking up from the working
   * directory.
   *
   * @throws IllegalStateException if there is none
   */
  public static ExchangeHome find() {
    return find(System.getProperty(PROPERTY), Path.of(""));
  }

  static ExchangeHome find(@Nullable String property, Path workingDirectory) {
    if (property != null && !property.isBlank()) {
      Path named = Path.of(property);
      if (!isHome(named)) {
        throw new IllegalStateException(
            "%s=%s is not the folder of the exchange: there is no %s/pom.xml in it"
                .formatted(PROPERTY, property, MODULE));
      }
      return new ExchangeHome(named);
    }
    Path start = workingDirectory.toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (isHome(folder)) {
        return new ExchangeHome(folder);
      }
    }
    throw new IllegalStateException(
        "%s is not inside the folder of the exchange: run from there, or set -D%s to it"
            .formatted(start, PROPERTY));
  }

  /** Where local runs keep their logs, data and state; ignored by version control. */
  public Path local() {
    return root.resolve(".local");
  }

  /**
   * The class path on which the stores run: this library and everything that they need.
   *
   * @throws IllegalStateException if local-stack has not been built in this folder
   */
  public String partsClasspath() {
    Path file = root.resolve(MODULE).resolve("target").resolve("runtime.classpath");
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          "local-stack is not built: %s is missing; run ./exchange up, or mvn -pl local-stack -am install -DskipTests"
              .formatted(file));
    }
    try {
      return ownClasses() + java.io.File.pathSeparator + Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The jar or folder that this library was loaded from. */
  public Path ownClasses() {
    return Optional.ofNullable(ExchangeHome.class.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .filter(location -> location.getProtocol().equals("file"))
        .map(location -> Path.of(java.net.URI.create(location.toString())))
        .filter(Files::exists)
        .orElseGet(() -> root.resolve(MODULE).resolve("target").resolve("classes"));
  }

  private static boolean isHome(Path folder) {
    return Files.isRegularFile(folder.resolve(MODULE).resolve("pom.xml"))
        && Files.isRegularFile(folder.resolve("pom.xml"));
  }
}
