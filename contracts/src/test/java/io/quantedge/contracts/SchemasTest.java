package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that people read are the ones that the code carries. */
class SchemasTest {
  @ParameterizedTest
  @ValueSource(strings = {"bid-submission.schema.json", "bid-rejection.schema.json"})
  void theDocumentationHasTheSameSchema(String name) throws IOException {
    Path page = Path.of(System.getProperty("exchange.home"), "docs", "schemas", name);
    try (InputStream carried = SchemasTest.class.getResourceAsStream("/schemas/" + name)) {
      assertThat(carried).isNotNull();
      assertThat(Files.readAllBytes(page))
          .as("copy it from contracts/src/main/resources/schemas")
          .isEqualTo(carried.readAllBytes());
    }
  }
}
