package io.quantedge.dsql;

import io.quantedge.dsql.DsqlListener.Closing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One attempt from the choice of an endpoint to the fate of its connection: back to the pool if it
 * is in order, else closed; also when the caller goes away in the middle. Confined to the event
 * loop.
 */
final class Attempt<T> implements SessionPool.Taker {
  private final Endpoints endpoints;
  private final Function<Conversation, Uni<T>> dialogue;
  private final UniEmitter<? super T> caller;
  private int endpoint;
  private Instant begunAt = Instant.MIN;
  private boolean ended;
  private Runnable stopWaiting = () -> {};
  private @Nullable Talk talk;

  private record Talk(Session session, Conversation conversation, Cancellable running) {}

  Attempt(
      Endpoints endpoints, Function<Conversation, Uni<T>> dialogue, UniEmitter<? super T> caller) {
    this.endpoints = endpoints;
    this.dialogue = dialogue;
    this.caller = caller;
  }

  void start() {
    if (ended) {
      return;
    }
    var choice = endpoints.choose();
    if (choice.isEmpty()) {
      refuse(new NotTriedException(endpoints.noneServes()));
      return;
    }
    endpoint = choice.getAsInt();
    stopWaiting = endpoints.pool(endpoint).acquire(this);
  }

  /** The caller is gone, or has its answer already. */
  void abandon() {
    if (ended) {
      return;
    }
    ended = true;
    stopWaiting.run();
    if (talk != null) {
      talk.running().cancel();
      endpoints.pool(endpoint).discard(talk.session(), Closing.ABANDONED);
    }
    endpoints.chooser().ended();
  }

  @Override
  public void refuse(Throwable failure) {
    ended = true;
    endpoints.chooser().ended();
    caller.fail(Failures.of(failure, false));
  }

  @Override
  public void take(Session session) {
    begunAt = endpoints.now();
    endpoints.chooser().connected(endpoint);
    Conversation conversation = endpoints.conversation(session);
    Cancellable running =
        dialogue
            .apply(conversation)
            .emitOn(endpoints::onLoop)
            .subscribe()
            .with(
                item -> succeed(item, session, conversation),
                failure -> fail(failure, session, conversation));
    talk = new Talk(session, conversation, running);
  }

  private void succeed(T item, Session session, Conversation conversation) {
    if (ended) {
      return;
    }
    ended = true;
    endpoints.pool(endpoint).release(session);
    endpoints.chooser().served(endpoint, begunAt, conversation.isCommitted());
    caller.complete(item);
  }

  private void fail(Throwable thrown, Session session, Conversation conversation) {
    if (ended) {
      return;
    }
    ended = true;
    DsqlException failure = Failures.of(thrown, conversation.isMaybeCommitted());
    if (thrown instanceof SilenceException || conversation.isSilent() || isLost(thrown)) {
      endpoints.pool(endpoint).discard(session, Closing.BROKEN);
      blame(thrown, conversation);
      caller.fail(failure);
    } else {
      endpoints.chooser().served(endpoint, begunAt, false);
      rollBack(failure, session, conversation);
    }
  }

  private void rollBack(DsqlException failure, Session session, Conversation conversation) {
    SessionPool pool = endpoints.pool(endpoint);
    conversation
        .rollback()
        .subscribe()
        .with(
            _ -> {
              pool.release(session);
              caller.fail(failure);
            },
            _ -> {
              pool.discard(session, Closing.BROKEN);
              caller.fail(failure);
            });
  }

  /** Slow work of ours that owed nothing to the server's silence is not the endpoint's fault. */
  private void blame(Throwable thrown, Conversation conversation) {
    if (conversation.isSilent() || isLost(thrown)) {
      endpoints.failed(
          endpoint, new FailedAttempt(begunAt, conversation.isSilent(), describe(thrown)));
    } else {
      endpoints.chooser().ended();
    }
  }

  private static boolean isLost(Throwable thrown) {
    return Failures.isLostConnection(thrown) || Failures.isShutdown(thrown);
  }

  private static String describe(Throwable thrown) {
    return String.valueOf(thrown.getMessage());
  }
}
