package io.quantedge.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What the shipped properties say, here and in AWS. */
class ProfilesTest {
  @Test
  void shouldFindTheLocalStackByDefault() throws IOException {
    SmallRyeConfig config = config("prod");

    assertThat(config.getOptionalValue("quarkus.dynamodb.endpoint-override", URI.class))
        .contains(URI.create("http://127.0.0.1:18000"));
    assertThat(config.getConfigMapping(LogConfig.class).bootstrapServers())
        .isEqualTo("127.0.0.1:19092");
    assertThat(config.getConfigMapping(StoreConfig.class).createTable()).isTrue();
  }

  @Test
  void shouldUseTheRealEndpointAndTheDefaultCredentialsInAws() throws IOException {
    SmallRyeConfig config = config("aws");

    assertThat(config.getOptionalValue("quarkus.dynamodb.endpoint-override", URI.class)).isEmpty();
    assertThat(config.getValue("quarkus.dynamodb.aws.credentials.type", String.class))
        .isEqualTo("default");
    assertThat(config.getConfigMapping(StoreConfig.class).createTable()).isFalse();
  }

  private static SmallRyeConfig config(String profile) throws IOException {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withProfile(profile)
        .withMapping(LogConfig.class)
        .withMapping(StoreConfig.class)
        .withValidateUnknown(false)
        .withSources(
            new PropertiesConfigSource(
                ProfilesTest.class.getResource("/application.properties"), 100))
        .build();
  }
}
