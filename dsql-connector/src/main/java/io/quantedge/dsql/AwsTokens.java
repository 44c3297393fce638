package io.quantedge.dsql;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dsql.DsqlUtilities;
import software.amazon.awssdk.services.dsql.model.GenerateAuthTokenRequest;

/**
 * Tokens as the AWS SDK signs them; the same code signs for a cluster and for the local one.
 * Signing is local, but finding the credentials may ask the network, so it happens on a worker
 * thread. Thread-safe.
 */
public final class AwsTokens implements TokenSource {
  /** The role whose tokens are signed for an action of their own. */
  public static final String ADMIN = "admin";

  private static final String LOCAL_ACCESS_KEY = "local";
  private static final String LOCAL_SECRET_KEY = "local-secret-key";

  private final AwsCredentialsProvider credentials;
  private final Duration lifetime;

  /**
   * @param lifetime how long each token is valid
   */
  public AwsTokens(AwsCredentialsProvider credentials, Duration lifetime) {
    this.credentials = credentials;
    this.lifetime = lifetime;
  }

  /** Tokens of the SDK's default chain: environment, system properties, profile, pod, machine. */
  public static AwsTokens ofDefaultChain(Duration lifetime) {
    return new AwsTokens(DefaultCredentialsProvider.builder().build(), lifetime);
  }

  /** Tokens for the local Aurora DSQL, signed with the key that everybody knows. */
  public static AwsTokens ofLocalKey(Duration lifetime) {
    return new AwsTokens(
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(LOCAL_ACCESS_KEY, LOCAL_SECRET_KEY)),
        lifetime);
  }

  @Override
  public Uni<String> token(DsqlEndpoint endpoint, String role) {
    return Uni.createFrom()
        .item(() -> sign(endpoint, role))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private String sign(DsqlEndpoint endpoint, String role) {
    Region region = Region.of(endpoint.region());
    DsqlUtilities signer =
        DsqlUtilities.builder().region(region).credentialsProvider(credentials).build();
    GenerateAuthTokenRequest request =
        GenerateAuthTokenRequest.builder()
            .hostname(endpoint.host())
            .region(region)
            .expiresIn(lifetime)
            .build();
    return role.equals(ADMIN)
        ? signer.generateDbConnectAdminAuthToken(request)
        : signer.generateDbConnectAuthToken(request);
  }
}
