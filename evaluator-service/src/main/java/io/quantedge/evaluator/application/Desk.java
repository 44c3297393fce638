package io.quantedge.evaluator.application;

import io.quantedge.evaluator.domain.PartitionFold;
import java.time.Clock;

/**
 * One owned partition and what is needed to work on it. It owns the partition's timers and
 * messages, and is compared by identity: a partition that was lost and came back has another desk.
 * Confined to the loop's thread.
 */
final class Desk {
  private final int partition;
  private final PartitionFold fold;
  private final Shared shared;

  Desk(int partition, PartitionFold fold, Shared shared) {
    this.partition = partition;
    this.fold = fold;
    this.shared = shared;
  }

  /**
   * What all partitions of an evaluator share.
   *
   * @param urgent messages for which a close waits
   * @param reports statistics
   * @param saves states that shorten a restart, and what takes them back
   */
  record Shared(
      Outbound outbound,
      EvaluationObserver observer,
      SlotViews views,
      Clock clock,
      EvaluatorSettings settings,
      Agenda agenda,
      Sends urgent,
      Sends reports,
      Sends saves) {}

  int partition() {
    return partition;
  }

  PartitionFold fold() {
    return fold;
  }

  Outbound outbound() {
    return shared.outbound;
  }

  EvaluationObserver observer() {
    return shared.observer;
  }

  SlotViews views() {
    return shared.views;
  }

  Clock clock() {
    return shared.clock;
  }

  EvaluatorSettings settings() {
    return shared.settings;
  }

  Agenda agenda() {
    return shared.agenda;
  }

  Sends urgent() {
    return shared.urgent;
  }

  Sends reports() {
    return shared.reports;
  }

  Sends saves() {
    return shared.saves;
  }

  /** Drops timers and messages: the partition is somebody else's now. */
  void clear() {
    shared.agenda.forget(this);
    shared.urgent.forget(this);
    shared.reports.forget(this);
    shared.saves.forget(this);
    shared.views.drop(partition);
  }
}
