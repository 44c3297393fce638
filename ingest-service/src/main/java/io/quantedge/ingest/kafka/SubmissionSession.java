package io.quantedge.ingest.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.ingest.application.BidSubmission;
import io.quantedge.ingest.application.PlaceBid;
import io.quantedge.ingest.config.SubmissionsConfig;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.metrics.SubmissionMetrics;
import io.quantedge.tracing.Traces;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Takes submissions with one consumer. A record is done when its bid is in the auction log, or when
 * its rejection is durable; only then may its offset be committed. What meets overload or an outage
 * is neither: it is tried again, with full jitter, for as long as that lasts, while no more than a
 * bounded number is under way. Used by one thread; answers come back on others.
 */
final class SubmissionSession implements ConsumerRebalanceListener {
  private static final Logger log = Logger.getLogger(SubmissionSession.class);
  private static final Duration IDLE_POLL = Duration.ofMillis(200);
  private static final Duration BUSY_POLL = Duration.ofMillis(5);
  private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Work work;
  private final SubmissionsConfig config;
  private final FullJitter backoff;
  private final SubmissionMetrics metrics;
  private final OffsetLedger ledger = new OffsetLedger();
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Submission> putOff =
      new PriorityQueue<>((one, other) -> Long.signum(one.dueNanos - other.dueNanos));
  private long nextCommitNanos = System.nanoTime();
  private boolean paused;

  /** What is done with a submission. */
  record Work(SubmissionDecoder decoder, PlaceBid placeBid, Rejections rejections, Traces traces) {
    /** What a step does belongs to the trace in which the submission was written. */
    void within(ConsumerRecord<byte[], byte[]> entry, Runnable step) {
      if (traces.isOn()) {
        traces.extract(entry.headers()).wrap(step).run();
      } else {
        step.run();
      }
    }
  }

  /** One record on its way. */
  private static final class Submission {
    private final ConsumerRecord<byte[], byte[]> entry;
    private final OffsetLedger.Entry place;
    private Optional<BidSubmission> sent = Optional.empty();
    private Optional<Rejections.Cause> rejection = Optional.empty();
    private int attempts;
    private long dueNanos;

    Submission(ConsumerRecord<byte[], byte[]> entry, OffsetLedger.Entry place) {
      this.entry = entry;
      this.place = place;
    }
  }

  SubmissionSession(
      Consumer<byte[], byte[]> consumer,
      Work work,
      SubmissionsConfig config,
      FullJitter backoff,
      SubmissionMetrics metrics) {
    this.consumer = consumer;
    this.work = work;
    this.config = config;
    this.backoff = backoff;
    this.metrics = metrics;
  }

  /** Joins the group. */
  void begin() {
    consumer.subscribe(List.of(Topic.BID_SUBMISSIONS.topicName()), this);
  }

  /** Reads a little, looks what is done, tries again what is due, and commits now and then. */
  void step() {
    holdBack();
    for (ConsumerRecord<byte[], byte[]> each :
        consumer.poll(ledger.open() == 0 ? IDLE_POLL : BUSY_POLL)) {
      metrics.read();
      TopicPartition partition = new TopicPartition(each.topic(), each.partition());
      attempt(new Submission(each, ledger.begin(partition, each.offset())));
    }
    settle();
    if (System.nanoTime() - nextCommitNanos >= 0) {
      commit();
    }
    metrics.underWay(ledger.open());
  }

  /** Reads no more, and gives what is under way the time to be done. */
  void drain() throws InterruptedException {
    long deadline = System.nanoTime() + config.drainTimeout().toNanos();
    while (ledger.open() > 0 && System.nanoTime() - deadline < 0) {
      Thread.sleep(BUSY_POLL);
      settle();
    }
    commit();
    metrics.underWay(0);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (paused) {
      consumer.pause(partitions);
    }
    log.infof("submissions taken over partitions=%s", partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    settle();
    commit();
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    ledger.drop(partitions);
    putOff.removeIf(each -> ledger.isDropped(each.place));
    log.infof("submissions given up partitions=%s", partitions);
  }

  private void holdBack() {
    boolean full = ledger.open() >= config.maxInFlight();
    if (full != paused) {
      paused = full;
      if (full) {
        consumer.pause(consumer.assignment());
      } else {
        consumer.resume(consumer.assignment());
      }
    }
  }

  private void settle() {
    for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
      answer.run();
    }
    while (!putOff.isEmpty() && putOff.peek().dueNanos - System.nanoTime() <= 0) {
      attempt(putOff.remove());
    }
  }

  private void attempt(Submission submission) {
    if (submission.rejection.isPresent()) {
      reject(submission, submission.rejection.get());
      return;
    }
    work.within(submission.entry, () -> place(submission));
  }

  private void place(Submission submission) {
    var unused =
        work.placeBid()
            .place(() -> read(submission))
            .whenComplete((receipt, failure) ->
                answers.add(() -> {
                  if (failure == null) {
                    ledger.done(submission.place);
                  } else {
                    failed(submission, failure);
                  }
                }));
  }

  private BidSubmission read(Submission submission) {
    BidSubmission sent = work.decoder().decode(submission.entry);
    submission.sent = Optional.of(sent);
    return sent;
  }

  private void failed(Submission submission, Throwable failure) {
    if (failure instanceof RefusedException refused) {
      if (refused.refusal().isTransient()) {
        putOff(submission, refused.refusal().code());
      } else {
        reject(
            submission, new Rejections.Cause(refused.refusal().code(), refused.refusal().detail()));
      }
      return;
    }
    // To try for ever what fails for a reason of its own would stop all that stands behind it.
    log.errorf(
        failure,
        "submission failed partition=%d offset=%d",
        submission.entry.partition(),
        submission.entry.offset());
    reject(
        submission,
        new Rejections.Cause("INTERNAL_ERROR", "something broke here; it may be sent again"));
  }

  private void reject(Submission submission, Rejections.Cause cause) {
    if (ledger.isDropped(submission.place)) {
      return;
    }
    submission.rejection = Optional.of(cause);
    work.rejections()
        .reject(submission.entry, submission.sent, cause)
        .whenComplete((done, failure) ->
            answers.add(() -> {
              if (failure == null) {
                metrics.rejected();
                ledger.done(submission.place);
              } else {
                putOff(submission, "REJECTION_NOT_WRITTEN");
              }
            }));
  }

  private void putOff(Submission submission, String code) {
    if (ledger.isDropped(submission.place)) {
      return;
    }
    Duration wait = backoff.delay(submission.attempts++);
    submission.dueNanos = System.nanoTime() + wait.toNanos();
    putOff.add(submission);
    metrics.putOff();
    log.debugf(
        "submission put off code=%s attempts=%d waitMs=%d",
        code, submission.attempts, wait.toMillis());
  }

  private void commit() {
    nextCommitNanos = System.nanoTime() + config.commitInterval().toNanos();
    Map<TopicPartition, OffsetAndMetadata> offsets = ledger.takeCommittable();
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, COMMIT_TIMEOUT);
    } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
      ledger.notCommitted(offsets);
      log.warnf("submissions not committed, repeated with the next cause=%s", e.toString());
    }
  }
}
