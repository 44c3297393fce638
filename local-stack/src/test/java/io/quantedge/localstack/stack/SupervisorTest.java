package io.quantedge.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SupervisorTest {
  private static final String SERVES = "touch %s.ready; exec sleep 60";

  @TempDir Path folder;
  private final Told told = new Told();
  private Supervisor supervisor;

  @BeforeEach
  void create() {
    supervisor =
        new Supervisor(
            new ExchangeHome(folder),
            folder.resolve("logs"),
            told,
            Clock.systemUTC(),
            Duration.ofSeconds(10),
            () -> {});
  }

  @AfterEach
  void nothingIsLeft() {
    supervisor.close();
    assertThat(supervisor.parts())
        .allSatisfy(part -> assertThat(processOf(part).isAlive()).isFalse());
  }

  @Test
  void partsAreStartedAndReportedReady() throws Exception {
    startTier(RestartPolicy.never("its data is gone"), serving("a"), serving("b"));
    assertThat(told.ready).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aPartThatEndsBeforeItIsReadyFailsTheStartWithTheEndOfItsLog() {
    assertThatThrownBy(() ->
            startTier(
                new RestartPolicy(9, Duration.ofMinutes(1)),
                serving("a"),
                part("b", "echo no room for me; exit 3")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("b ended with exit code 3")
        .hasMessageContaining("| no room for me");
  }

  @Test
  void aPartThatIsNeverReadyFailsTheStartAtTheDeadline() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
    SupervisedPart slow =
        supervised(part("slow", "exec sleep 60"), RestartPolicy.never("its data is gone"));
    assertThatThrownBy(() -> supervisor.startTier(List.of(slow), deadline, 1))
        .hasMessageContaining("slow was not ready in time");
  }

  @Test
  void aPartThatMayRestartIsStartedAgainWhenItDies() throws Exception {
    startTier(new RestartPolicy(1, Duration.ofMinutes(1)), serving("a"));
    ChildProcess first = processOf(supervisor.part("a"));
    first.kill();
    await().until(() -> supervisor.part("a").isReady());
    assertThat(processOf(supervisor.part("a")).pid()).isNotEqualTo(first.pid());
    assertThat(supervisor.part("a").restarts()).isEqualTo(1);
    assertThat(told.messages).anyMatch(line -> line.startsWith("a ended with exit code 137"));
    await()
        .untilAsserted(
            () -> assertThat(told.messages).anyMatch(line -> line.startsWith("a serves again")));
  }

  @Test
  void aPartThatDiesTooOftenFailsTheStackAndAllIsStopped() throws Exception {
    startTier(new RestartPolicy(2, Duration.ofMinutes(1)), serving("a"), serving("b"));
    Files.writeString(folder.resolve("broken"), "");
    processOf(supervisor.part("a")).kill();
    assertThat(supervisor.failure().get())
        .contains("a ended with exit code 9 and is not started again (it was, 2 times in 60 s)");
    supervisor.stopped().get();
    assertThat(told.failures).hasSize(1);
    assertThat(processOf(supervisor.part("b")).isAlive()).isFalse();
  }

  @Test
  void aStoreThatDiesFailsTheStackAtOnceAndIsCleanedUp() throws Exception {
    FakePart store = serving("store");
    startTier(RestartPolicy.never("its data is gone"), store);
    processOf(supervisor.part("store")).kill();
    assertThat(supervisor.failure().get())
        .contains("store ended with exit code 137 and is not started again (its data is gone)");
    supervisor.stopped().get();
    assertThat(store.cleanUps()).hasPositiveValue();
  }

  @Test
  void theLastTierIsStoppedFirst() throws Exception {
    startTier(
        RestartPolicy.never("its data is gone"),
        part(
            "store",
            "trap 'date +%s%N > store.end; exit' TERM; touch store.ready; sleep 60 & wait"));
    startTier(
        RestartPolicy.never("its data is gone"),
        part(
            "service",
            "trap 'sleep 0.3; date +%s%N > service.end; exit' TERM; touch service.ready; sleep 60 & wait"));
    supervisor.close();
    assertThat(endOf("service")).isLessThan(endOf("store"));
  }

  @Test
  void closingInTheMiddleOfTheStartEndsTheStartAndTheParts() throws Exception {
    CompletableFuture<Void> start =
        CompletableFuture.runAsync(() -> {
          try {
            startTier(RestartPolicy.never("its data is gone"), part("slow", "exec sleep 60"));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    await()
        .until(() ->
            !supervisor.parts().isEmpty() && supervisor.parts().getFirst().running().isPresent());
    supervisor.close();
    assertThatThrownBy(start::get)
        .cause()
        .isInstanceOfSatisfying(
            StackException.class,
            e -> assertThat(e.reason()).isEqualTo(StackException.Reason.CLOSED));
  }

  @Test
  void anUnknownPartIsNamedWithTheOnesThatThereAre() throws Exception {
    startTier(RestartPolicy.never("its data is gone"), serving("a"));
    assertThatThrownBy(() -> supervisor.part("x")).hasMessage("no part is named x; there are a");
  }

  private void startTier(RestartPolicy policy, FakePart... parts) throws InterruptedException {
    List<SupervisedPart> tier =
        java.util.Arrays.stream(parts).map(part -> supervised(part, policy)).toList();
    supervisor.startTier(tier, System.nanoTime() + TimeUnit.SECONDS.toNanos(20), parts.length);
    supervisor.startingIsDone();
  }

  private static SupervisedPart supervised(FakePart part, RestartPolicy policy) {
    return new SupervisedPart(part, policy);
  }

  private FakePart serving(String name) {
    return part(name, "if [ -e broken ]; then exit 9; fi; " + SERVES.formatted(name));
  }

  private FakePart part(String name, String script) {
    return FakePart.of(name, script, folder);
  }

  private long endOf(String name) throws Exception {
    return Long.parseLong(Files.readString(folder.resolve(name + ".end")).strip());
  }

  private static ChildProcess processOf(SupervisedPart part) {
    return part.running().orElseThrow().process();
  }

  /** Remembers what it was told. */
  static final class Told implements StackListener {
    final List<String> ready = new CopyOnWriteArrayList<>();
    final List<String> messages = new CopyOnWriteArrayList<>();
    final List<String> failures = new CopyOnWriteArrayList<>();

    @Override
    public void starting(int allParts) {}

    @Override
    public void ready(String part, int readyParts, int allParts) {
      ready.add(part);
    }

    @Override
    public void message(String line) {
      messages.add(line);
    }

    @Override
    public void failed(String reason) {
      failures.add(reason);
    }
  }
}
