package io.quantedge.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.application.Exchange;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.domain.evidence.Answers.Receipt;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The exchange over HTTP: intake and settlement. Thread-safe. */
public final class HttpExchange implements Exchange, AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final URI ingest;
  private final URI settlement;
  private final JsonHttp http;

  public HttpExchange(URI ingest, URI settlement) {
    this(ingest, settlement, TIMEOUT);
  }

  HttpExchange(URI ingest, URI settlement, Duration timeout) {
    this.ingest = ingest;
    this.settlement = settlement;
    this.http = new JsonHttp(timeout);
  }

  private record AccountBody(String type, String name, String currency, String creditLimit) {}

  private record FundingBody(UUID fundingId, String amount, String currency) {}

  private record SlotBody(
      String publisherId,
      String name,
      String floor,
      String currency,
      String pricing,
      String ranking,
      String increment,
      Instant closesAt) {}

  private record BidBody(
      UUID bidId,
      String accountId,
      String region,
      String amount,
      String currency,
      int latencyMs,
      BigDecimal qualityScore) {}

  @Override
  public Reply open(PlannedAccount account) throws InterruptedException {
    Money limit = account.creditLimit();
    return http.put(
        settlement.resolve("/v1/accounts/" + account.accountId()),
        new AccountBody(account.type().name(), account.name(), limit.currency(), limit.amount()),
        HttpExchange::done);
  }

  @Override
  public Reply fund(String accountId, UUID fundingId, Money amount) throws InterruptedException {
    return http.post(
        settlement.resolve("/v1/accounts/" + accountId + "/fundings"),
        new FundingBody(fundingId, amount.amount(), amount.currency()),
        HttpExchange::done);
  }

  @Override
  public Reply open(PlannedSlot slot, Instant closesAt) throws InterruptedException {
    PlannedSlot.Terms terms = slot.terms();
    return http.put(
        ingest.resolve("/v1/slots/" + slot.slotId()),
        new SlotBody(
            slot.publisherId(),
            slot.name(),
            terms.floor().amount(),
            terms.floor().currency(),
            terms.pricing().name(),
            terms.ranking().name(),
            terms.increment().amount(),
            closesAt),
        HttpExchange::done);
  }

  @Override
  public Reply place(PlannedBid bid) throws InterruptedException {
    return http.post(
        ingest.resolve("/v1/slots/" + bid.slotId() + "/bids"),
        new BidBody(
            bid.bidId(),
            bid.accountId(),
            bid.region(),
            bid.amount(),
            bid.currency(),
            bid.latencyMs(),
            bid.quality()),
        answer -> receipt(bid, answer));
  }

  @Override
  public Reply close(SlotId slotId) throws InterruptedException {
    return http.post(ingest.resolve("/v1/slots/" + slotId + "/close"), HttpExchange::done);
  }

  @Override
  public void close() {
    http.close();
  }

  private static Reply done(JsonNode answer) {
    return new Reply.Done();
  }

  /** A receipt that is not the bid's own is worth nothing, and that must be seen. */
  private static Reply receipt(PlannedBid bid, JsonNode answer) {
    boolean own =
        answer.path("bidId").asText().equals(bid.bidId().toString())
            && answer.path("slotId").asText().equals(bid.slotId());
    JsonNode partition = answer.path("partition");
    JsonNode offset = answer.path("offset");
    if (!own || !partition.isIntegralNumber() || !offset.isIntegralNumber()) {
      return new Reply.Refused("BAD_RECEIPT", answer.toString());
    }
    try {
      Instant acceptedAt = Instant.parse(answer.path("acceptedAt").asText());
      return new Reply.Acknowledged(
          new Receipt(partition.intValue(), offset.longValue(), acceptedAt));
    } catch (DateTimeException e) {
      return new Reply.Refused("BAD_RECEIPT", answer.toString());
    }
  }
}
