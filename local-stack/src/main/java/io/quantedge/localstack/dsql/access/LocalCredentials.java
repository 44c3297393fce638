package io.quantedge.localstack.dsql.access;

/**
 * The key pair that tokens for the local Aurora DSQL are signed with. Immutable.
 *
 * @param accessKeyId names the key
 * @param secretAccessKey the key
 */
public record LocalCredentials(String accessKeyId, String secretAccessKey) {
  /** The local default, known to everybody who can read this; it opens nothing elsewhere. */
  public static final LocalCredentials DEFAULT = new LocalCredentials("local", "local-secret-key");

  /** Never the key. */
  @Override
  public String toString() {
    return "LocalCredentials[accessKeyId=" + accessKeyId + "]";
  }
}
