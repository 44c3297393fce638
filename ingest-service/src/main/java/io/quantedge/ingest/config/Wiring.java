package io.quantedge.ingest.config;

import io.quantedge.contracts.id.Region;
import io.quantedge.ingest.application.AccountRates;
import io.quantedge.ingest.application.AskForBids;
import io.quantedge.ingest.application.AskForTraffic;
import io.quantedge.ingest.application.AuctionLog;
import io.quantedge.ingest.application.BidStore;
import io.quantedge.ingest.application.BoundedLog;
import io.quantedge.ingest.application.CloseSlot;
import io.quantedge.ingest.application.FindSlot;
import io.quantedge.ingest.application.IntakeObserver;
import io.quantedge.ingest.application.ListSlots;
import io.quantedge.ingest.application.OpenSlot;
import io.quantedge.ingest.application.PlaceBid;
import io.quantedge.ingest.application.RecentBids;
import io.quantedge.ingest.application.Shedding;
import io.quantedge.ingest.application.SlotStore;
import io.quantedge.ingest.application.Slots;
import io.quantedge.ingest.application.StoreObserver;
import io.quantedge.ingest.application.StoreQueries;
import io.quantedge.ingest.application.StoreRound;
import io.quantedge.ingest.application.TailProgress;
import io.quantedge.ingest.domain.AcceptanceClock;
import io.quantedge.ingest.domain.Admission;
import io.quantedge.ingest.domain.SlotDirectory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Puts the plain classes of domain and application together, so that those know no framework: the
 * one place that says which clock, which source of chance and which bounds they get.
 */
@Dependent
class Wiring {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  SlotDirectory directory(IngestConfig config, Clock clock) {
    return new SlotDirectory(clock, config.slots().closedRetention(), config.slots().maxClosed());
  }

  @Produces
  @Singleton
  TailProgress tailProgress() {
    return new TailProgress();
  }

  @Produces
  @Singleton
  @Typed(BoundedLog.class)
  BoundedLog boundedLog(AuctionLog log, IngestConfig config) {
    return new BoundedLog(log, config.maxInFlight());
  }

  @Produces
  @Singleton
  Slots slots(SlotDirectory directory, TailProgress tail, SlotStore store) {
    return new Slots(directory, tail, store);
  }

  @Produces
  @Singleton
  PlaceBid.Rules rules(
      SlotDirectory directory, AccountRates rates, IngestConfig config, Clock clock) {
    return new PlaceBid.Rules(
        new Admission(config.regions().stream().map(Region::new).toList()),
        new AcceptanceClock(clock),
        new Shedding(rates, directory, config.maxOpenBids()));
  }

  @Produces
  @Singleton
  PlaceBid placeBid(
      Slots slots,
      PlaceBid.Rules rules,
      RecentBids recent,
      BoundedLog log,
      IntakeObserver observer) {
    return new PlaceBid(slots, rules, recent, log, observer);
  }

  @Produces
  @Singleton
  OpenSlot openSlot(
      Slots slots,
      SlotDirectory directory,
      TailProgress tail,
      BoundedLog log,
      IngestConfig config,
      Clock clock) {
    OpenSlot.Limits limits =
        new OpenSlot.Limits(
            config.slots().maxOpen(),
            config.slots().maxDuration(),
            config.slots().visibilityTimeout());
    return new OpenSlot(slots, directory, tail, log, limits, clock);
  }

  @Produces
  @Singleton
  CloseSlot closeSlot(
      Slots slots, TailProgress tail, BoundedLog log, IngestConfig config, Clock clock) {
    return new CloseSlot(slots, tail, log, config.slots().visibilityTimeout(), clock);
  }

  @Produces
  @Singleton
  StoreRound.Stores stores(
      SlotStore slots,
      BidStore bids,
      StoreObserver observer,
      RandomGenerator random,
      StoreConfig config) {
    return new StoreRound.Stores(slots, bids, observer, random, config.parallelWrites());
  }

  @Produces
  @Singleton
  FindSlot findSlot(Slots slots, StoreQueries queries) {
    return new FindSlot(slots, queries);
  }

  @Produces
  @Singleton
  ListSlots listSlots(StoreQueries queries, Clock clock) {
    return new ListSlots(queries, clock);
  }

  @Produces
  @Singleton
  AskForBids askForBids(Slots slots, SlotStore store, StoreQueries queries) {
    return new AskForBids(slots, store, queries);
  }

  @Produces
  @Singleton
  AskForTraffic askForTraffic(Slots slots, StoreQueries queries, Clock clock) {
    return new AskForTraffic(slots, queries, clock);
  }
}
