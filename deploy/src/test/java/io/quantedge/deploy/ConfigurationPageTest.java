package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} names every property of every service, with its default. */
class ConfigurationPageTest {
  private static final Pattern MAPPING_FILE =
      Pattern.compile("/src/main/java/.*/config/\\w+Config\\.java$");
  private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"");
  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?:@WithDefault\\(\\s*\"([^\"]*)\"\\s*\\)\\s*)?(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
              + "([A-Z]\\w*(?:<\\w+>)?|int|long|boolean|double) (\\w+)\\(\\);");

  @Test
  void namesEveryPropertyWithItsDefault() throws IOException {
    String page = ProjectFiles.read("docs/configuration.md");
    List<Path> mappings = mappings();
    assertThat(mappings).hasSizeGreaterThan(8);
    for (Path mapping : mappings) {
      String source = Files.readString(mapping);
      Matcher prefix = PREFIX.matcher(source);
      assertThat(prefix.find()).as(mapping.toString()).isTrue();
      Matcher property = PROPERTY.matcher(source);
      while (property.find()) {
        if (!source.contains("interface " + property.group(2) + " {")) {
          assertThat(row(page, prefix.group(1), property.group(3)))
              .as("%s.%s of %s", prefix.group(1), kebab(property.group(3)), mapping)
              .isPresent()
              .hasValueSatisfying(row -> assertDefault(row, property.group(1)));
        }
      }
    }
  }

  /** The services share these; the page names them once. */
  @Test
  void namesEveryPropertyOfTheConnectorWithItsDefault() {
    String page = ProjectFiles.read("docs/configuration.md");
    Matcher property =
        PROPERTY.matcher(
            ProjectFiles.read("dsql-connector/src/main/java/io/quantedge/dsql/DsqlConfig.java"));
    while (property.find()) {
      assertThat(row(page, "exchange.*.store", property.group(3)))
          .as(property.group(3))
          .isPresent()
          .hasValueSatisfying(row -> assertDefault(row, property.group(1)));
    }
  }

  private static void assertDefault(String row, @Nullable String expected) {
    if (expected != null) {
      assertThat(row).contains("| `" + expected + "` |");
    }
  }

  private static Optional<String> row(String page, String prefix, String method) {
    Pattern name =
        Pattern.compile(
            Pattern.quote("| `" + prefix)
                + "(\\.[a-z-]+)*\\."
                + Pattern.quote(kebab(method) + "` |"));
    return page.lines().filter(line -> name.matcher(line).lookingAt()).findFirst();
  }

  private static List<Path> mappings() throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFiles.path("."), 12)) {
      return files.filter(file -> MAPPING_FILE.matcher(file.toString()).find()).toList();
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
