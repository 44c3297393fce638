package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.quantedge.localstack.stack.PartStatus;
import io.quantedge.localstack.stack.Service;
import io.quantedge.localstack.stack.Stack;
import io.quantedge.localstack.testing.Chromium;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Telemetry and its page stay small under traffic. How long the traffic lasts is set by {@code
 * -Dtelemetry.load.seconds}; the memory is bounded by construction, so a short run shows most of
 * it.
 */
@ExtendWith(RunningExchange.class)
class TelemetryUnderLoadST {
  private static final int SLOTS = 2_000;
  private static final int BIDS_PER_SECOND = 5_000;
  private static final long SECONDS = Long.getLong("telemetry.load.seconds", 8);
  private static final long MOST_SERVICE_MIB = 300;
  private static final double MOST_PAGE_GROWTH_MIB = 60;
  private static final double MEBIBYTE = 1024.0 * 1024;

  @Test
  void serviceAndPageStaySmall(Stack exchange) throws Exception {
    Optional<Path> executable = Chromium.find();
    assumeTrue(executable.isPresent(), "no Chromium is installed: the page's memory is not tested");
    try (PacedLoad load = new PacedLoad(exchange.addresses(), "load", SLOTS);
        Chromium chromium = new Chromium(executable.get())) {
      // given many open slots, and a page that shows them
      load.open(Instant.now().plusSeconds(SECONDS + 20));
      Page page = chromium.browser().newPage();
      page.navigate(exchange.addresses().telemetry() + "/");
      page.locator(".pill.live").waitFor();
      CDPSession tools = page.context().newCDPSession(page);
      double pageBefore = heapMiB(tools);

      // when traffic flows
      long mostMiB = serviceMiB(exchange);
      AtomicBoolean flows = new AtomicBoolean(true);
      CompletableFuture<Void> sending = sending(load, flows);
      while (flows.get()) {
        page.waitForTimeout(1_000);
        mostMiB = Math.max(mostMiB, serviceMiB(exchange));
      }
      sending.join();
      double pageGrowth = heapMiB(tools) - pageBefore;

      // then both are small, and telemetry has seen all of it
      System.out.printf(
          "%d bids acknowledged, %d refused in %d s on %d slots; telemetry-service at most %d MiB,"
              + " page %.1f MiB, %.1f MiB more than before%n",
          load.acknowledged(),
          load.refused(),
          SECONDS,
          SLOTS,
          mostMiB,
          pageBefore + pageGrowth,
          pageGrowth);
      assertThat(load.acknowledged()).isPositive();
      assertThat(mostMiB).isLessThan(MOST_SERVICE_MIB);
      assertThat(pageGrowth).isLessThan(MOST_PAGE_GROWTH_MIB);
      awaitAllSettled(exchange);
      assertThat(serviceMiB(exchange)).isLessThan(MOST_SERVICE_MIB);
    }
  }

  private static CompletableFuture<Void> sending(PacedLoad load, AtomicBoolean flows) {
    return CompletableFuture.runAsync(() -> {
      try {
        load.send(BIDS_PER_SECOND, Duration.ofSeconds(SECONDS), 23);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      } finally {
        flows.set(false);
      }
    });
  }

  private static void awaitAllSettled(Stack exchange) {
    JsonAnswers telemetry = new JsonAnswers(exchange.addresses().telemetry());
    StoresSeen truth = new StoresSeen(exchange.addresses());
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> {
          assertThat(truth.count("SELECT count(*) FROM ad_slots WHERE slot_id LIKE 'load-%'"))
              .isEqualTo(SLOTS);
          assertThat(telemetry.get("/v1/overview").at("/settlements/settled").longValue())
              .isEqualTo(truth.count("SELECT count(*) FROM ad_slots WHERE state = 'SETTLED'"));
        });
  }

  private static long serviceMiB(Stack exchange) {
    return exchange.status().stream()
        .filter(part -> part.name().equals(Service.TELEMETRY.partName()))
        .mapToLong(PartStatus::residentMiB)
        .findFirst()
        .orElseThrow();
  }

  /** What is reachable: garbage is collected first. */
  private static double heapMiB(CDPSession tools) {
    tools.send("HeapProfiler.collectGarbage");
    JsonObject usage = tools.send("Runtime.getHeapUsage");
    return usage.get("usedSize").getAsDouble() / MEBIBYTE;
  }
}
