package io.quantedge.contracts.submission;

import java.time.Instant;
import java.util.Optional;

/**
 * A record of {@code bid-submissions} that will never be a bid, and why (topic {@code
 * bid-rejections}, key as in the submission). Whoever sent it finds its own record by {@link
 * Source}. The same submission may be rejected again after a crash; its source says so. Immutable.
 *
 * @param source where the submission stands
 * @param key the submission's key as text, absent if it had none
 * @param bidId the bid's id as it was sent, absent if there was none or it could not be read
 * @param slotId the slot's id as it was sent, absent if there was none or it could not be read
 * @param code stable, for programs; the same codes as over HTTP
 * @param cause one sentence for people
 * @param rejectedAt when it was rejected, by intake's clock
 * @param submission the submission's value as text, cut to {@value #MAX_SUBMISSION_LENGTH}
 *     characters; bytes that are no UTF-8 are replaced
 */
public record RejectedSubmission(
    Source source,
    Optional<String> key,
    Optional<String> bidId,
    Optional<String> slotId,
    String code,
    String cause,
    Instant rejectedAt,
    String submission) {
  public static final int MAX_SUBMISSION_LENGTH = 2_000;

  public RejectedSubmission {
    if (submission.length() > MAX_SUBMISSION_LENGTH) {
      throw new IllegalArgumentException(
          "submission must be cut to "
              + MAX_SUBMISSION_LENGTH
              + " characters; it had "
              + submission.length());
    }
  }

  /** The place of a submission. */
  public record Source(String topic, int partition, long offset) {
    public Source {
      if (partition < 0 || offset < 0) {
        throw new IllegalArgumentException(
            "a place has no negative numbers; it was " + partition + "/" + offset);
      }
    }
  }
}
