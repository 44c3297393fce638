package io.quantedge.localstack.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.dsql.RawClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits, the first committer wins, and a loser is answered truthfully until its COMMIT. */
@Timeout(120)
class OccIT {
  private static final String OC000 = "change conflicts with another transaction (OC000)";
  private static LocalDsql dsql;
  private final List<RawClient> clients = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    dsql = LocalDsql.start();
    try (RawClient admin = RawClient.admin(dsql)) {
      done(admin, "CREATE TABLE counters (id int PRIMARY KEY, value int, note text)");
      done(
          admin,
          "CREATE TABLE tickets (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), counter int)");
      done(admin, "CREATE TABLE parents (id int PRIMARY KEY, name text)");
    }
  }

  @AfterAll
  static void stop() {
    dsql.close();
  }

  @BeforeEach
  void reset() throws IOException {
    RawClient admin = client();
    done(admin, "DELETE FROM counters");
    done(admin, "DELETE FROM tickets");
    done(admin, "DELETE FROM parents");
    done(admin, "INSERT INTO counters VALUES (1, 10, 'a'), (2, 20, 'b'), (3, 30, 'c')");
  }

  @AfterEach
  void closeClients() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  private RawClient client() throws IOException {
    RawClient client = RawClient.admin(dsql);
    clients.add(client);
    return client;
  }

  private RawClient begun() throws IOException {
    RawClient client = client();
    done(client, "BEGIN");
    return client;
  }

  /** Sends what must succeed; returns the rows. */
  private static List<List<String>> done(RawClient client, String sql) throws IOException {
    Answer answer = client.simple(sql).getLast();
    assertThat(answer.problem()).as(sql).isEmpty();
    return answer.rows();
  }

  private static void answers(RawClient client, String sql, String tag) throws IOException {
    Answer answer = client.simple(sql).getLast();
    assertThat(answer.problem()).as(sql).isEmpty();
    assertThat(answer.tag()).as(sql).isEqualTo(tag);
  }

  private static void commits(RawClient client) throws IOException {
    answers(client, "COMMIT", "COMMIT");
  }

  private static void loses(RawClient client) throws IOException {
    Answer answer = client.simple("COMMIT").getLast();
    assertThat(answer.sqlState()).isEqualTo("40001");
    assertThat(answer.message()).isEqualTo(OC000);
    assertThat(client.status()).isEqualTo('I');
  }

  private String value(String what) throws IOException {
    return done(client(), what).getFirst().getFirst();
  }

  @Test
  void ofAHundredWhoRaceForOneRowOneWinsAndTheOthersLearnItAtTheirCommit() throws Exception {
    int workers = 100;
    CyclicBarrier start = new CyclicBarrier(workers);
    List<Callable<String>> races = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      RawClient client = client();
      String name = "worker-" + i;
      races.add(() -> {
        done(client, "BEGIN");
        assertThat(done(client, "SELECT value FROM counters WHERE id = 1"))
            .containsExactly(List.of("10"));
        start.await(60, TimeUnit.SECONDS);
        answers(
            client,
            "UPDATE counters SET value = value + 1, note = '%s' WHERE id = 1".formatted(name),
            "UPDATE 1");
        Answer commit = client.simple("COMMIT").getLast();
        return commit.problem().isPresent() ? commit.message() : name;
      });
    }
    List<String> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> result : threads.invokeAll(races)) {
        results.add(result.get());
      }
    }
    assertThat(results).filteredOn(OC000::equals).hasSize(workers - 1);
    assertThat(value("SELECT value FROM counters WHERE id = 1")).isEqualTo("11");
    assertThat(results).contains(value("SELECT note FROM counters WHERE id = 1"));
  }

  @Test
  void aWriterThatStoppedInTheMiddleBlocksNobodyAndLoses() throws IOException {
    RawClient stopped = begun();
    answers(stopped, "UPDATE counters SET value = 0 WHERE id = 1", "UPDATE 1");
    RawClient other = begun();
    answers(other, "UPDATE counters SET value = 11 WHERE id = 1", "UPDATE 1");
    commits(other);
    answers(client(), "UPDATE counters SET value = value + 1 WHERE id = 1", "UPDATE 1");
    loses(stopped);
    assertThat(value("SELECT value FROM counters WHERE id = 1")).isEqualTo("12");
  }

  @Test
  void aHolderThatRollsBackTakesNobodyWithIt() throws IOException {
    RawClient holder = begun();
    answers(holder, "UPDATE counters SET value = 0 WHERE id = 1", "UPDATE 1");
    RawClient other = begun();
    answers(other, "UPDATE counters SET value = 11 WHERE id = 1", "UPDATE 1");
    answers(holder, "ROLLBACK", "ROLLBACK");
    commits(other);
    assertThat(value("SELECT value FROM counters WHERE id = 1")).isEqualTo("11");
  }

  @Test
  void whoWasMovedOutOfTheWayComesBackWithAllItsWork() throws IOException {
    RawClient moved = begun();
    answers(moved, "UPDATE counters SET value = value + 1 WHERE id = 1", "UPDATE 1");
    answers(moved, "INSERT INTO counters VALUES (4, 40, 'new')", "INSERT 0 1");
    RawClient rival = begun();
    answers(rival, "UPDATE counters SET value = 0 WHERE id = 1", "UPDATE 1");
    assertThat(done(moved, "SELECT id, value FROM counters WHERE id IN (1, 4) ORDER BY id"))
        .containsExactly(List.of("1", "11"), List.of("4", "40"));
    answers(rival, "UPDATE counters SET value = -1 WHERE id = 1", "UPDATE 1");
    answers(moved, "UPDATE counters SET value = value + 1 WHERE id IN (1, 4)", "UPDATE 2");
    commits(moved);
    loses(rival);
    assertThat(value("SELECT sum(value) FROM counters WHERE id IN (1, 4)")).isEqualTo("53");
  }

  @Test
  void aWriteOnASnapshotThatARivalHasOvertakenSucceedsAndLosesAtItsCommit() throws IOException {
    RawClient late = begun();
    assertThat(done(late, "SELECT value FROM counters WHERE id = 1"))
        .containsExactly(List.of("10"));
    answers(client(), "UPDATE counters SET value = 99 WHERE id = 1", "UPDATE 1");
    assertThat(
            done(late, "UPDATE counters SET value = value + 1 WHERE id <= 2 RETURNING id, value"))
        .containsExactlyInAnyOrder(List.of("1", "11"), List.of("2", "21"));
    assertThat(done(late, "SELECT value FROM counters ORDER BY id"))
        .containsExactly(List.of("11"), List.of("21"), List.of("30"));
    answers(late, "DELETE FROM counters WHERE value > 20", "DELETE 2");
    answers(late, "SELECT value FROM counters FOR UPDATE", "SELECT 1");
    loses(late);
    assertThat(value("SELECT sum(value) FROM counters")).isEqualTo("149");
  }

  @Test
  void crossedUpdatesDeadlockNobody() throws IOException {
    RawClient one = begun();
    RawClient two = begun();
    answers(one, "UPDATE counters SET value = value + 1 WHERE id = 1", "UPDATE 1");
    answers(two, "UPDATE counters SET value = value + 1 WHERE id = 2", "UPDATE 1");
    answers(one, "UPDATE counters SET value = value + 1 WHERE id = 2", "UPDATE 1");
    answers(two, "UPDATE counters SET value = value + 1 WHERE id = 1", "UPDATE 1");
    commits(one);
    loses(two);
    assertThat(value("SELECT value FROM counters WHERE id = 2")).isEqualTo("21");
  }

  @Test
  void ofTwoInsertsOfOneKeyBothSucceedAndOneCommits() throws IOException {
    RawClient one = begun();
    RawClient two = begun();
    answers(one, "INSERT INTO counters VALUES (7, 1, 'one')", "INSERT 0 1");
    answers(two, "INSERT INTO counters VALUES (7, 2, 'two')", "INSERT 0 1");
    assertThat(done(two, "SELECT note FROM counters WHERE id = 7")).containsExactly(List.of("two"));
    commits(two);
    assertThat(done(one, "SELECT note FROM counters WHERE id = 7")).containsExactly(List.of("one"));
    loses(one);
    assertThat(value("SELECT note FROM counters WHERE id = 7")).isEqualTo("two");
  }

  @Test
  void anInsertOfAKeyCommittedSinceTheSnapshotSucceedsAndLoses() throws IOException {
    for (String clause : List.of("", " ON CONFLICT DO NOTHING")) {
      RawClient late = begun();
      done(late, "SELECT 1 FROM counters");
      answers(client(), "INSERT INTO counters VALUES (7, 1, 'one')", "INSERT 0 1");
      answers(late, "INSERT INTO counters VALUES (7, 2, 'two')" + clause, "INSERT 0 1");
      loses(late);
      done(client(), "DELETE FROM counters WHERE id = 7");
    }
  }

  @Test
  void aKeyThatTheSnapshotShowsIsADuplicateAtOnce() throws IOException {
    RawClient client = begun();
    done(client, "SELECT 1 FROM counters");
    answers(client(), "UPDATE counters SET value = 1 WHERE id = 2", "UPDATE 1");
    Answer duplicate = client.simple("INSERT INTO counters VALUES (1, 0, '')").getLast();
    assertThat(duplicate.sqlState()).isEqualTo("23505");
    assertThat(client.status()).isEqualTo('E');
    answers(client, "COMMIT", "ROLLBACK");
    RawClient own = begun();
    answers(own, "INSERT INTO counters VALUES (8, 0, '')", "INSERT 0 1");
    assertThat(own.simple("INSERT INTO counters VALUES (8, 0, '')").getLast().sqlState())
        .isEqualTo("23505");
  }

  @Test
  void aCommittedForUpdateDefeatsAnOlderSnapshotThatWritesTheRowLater() throws IOException {
    RawClient late = begun();
    done(late, "SELECT 1 FROM counters");
    RawClient locking = begun();
    answers(locking, "SELECT id, value FROM counters WHERE id = 1 FOR UPDATE", "SELECT 1");
    commits(locking);
    answers(late, "UPDATE counters SET value = 5 WHERE id = 1", "UPDATE 1");
    loses(late);
    RawClient next = begun();
    answers(next, "UPDATE counters SET value = 5 WHERE id = 1", "UPDATE 1");
    commits(next);
  }

  @Test
  void aForUpdateLosesToAWriteOfItsRowAndNotToAWriteOfAnother() throws IOException {
    RawClient one = begun();
    RawClient two = begun();
    answers(one, "SELECT value FROM counters WHERE id = 1 FOR UPDATE", "SELECT 1");
    answers(two, "SELECT value FROM counters WHERE id = 2 FOR UPDATE", "SELECT 1");
    answers(client(), "UPDATE counters SET value = 5 WHERE id = 1", "UPDATE 1");
    assertThat(done(one, "SELECT value FROM counters WHERE id = 1 FOR UPDATE"))
        .containsExactly(List.of("10"));
    commits(two);
    loses(one);
  }

  @Test
  void whatWasReturnedIsWhatIsCommittedOrNothingIs() throws IOException {
    RawClient moved = begun();
    String told =
        done(moved, "INSERT INTO tickets (counter) VALUES (1) RETURNING id").getFirst().getFirst();
    answers(moved, "UPDATE counters SET value = 11 WHERE id = 1", "UPDATE 1");
    RawClient rival = begun();
    answers(rival, "UPDATE counters SET value = 12 WHERE id = 1", "UPDATE 1");
    answers(rival, "ROLLBACK", "ROLLBACK");
    Answer commit = moved.simple("COMMIT").getLast();
    List<List<String>> kept = done(client(), "SELECT id FROM tickets");
    assertThat(kept).isEqualTo(commit.problem().isPresent() ? List.of() : List.of(List.of(told)));
  }

  @Test
  void aSchemaChangeDefeatsARunningWriterAndNoReader() throws IOException {
    RawClient writer = begun();
    RawClient reader = begun();
    answers(writer, "UPDATE counters SET value = 11 WHERE id = 1", "UPDATE 1");
    answers(reader, "SELECT value FROM counters WHERE id = 1", "SELECT 1");
    answers(client(), "ALTER TABLE counters ADD COLUMN extra int", "ALTER TABLE");
    commits(reader);
    Answer commit = writer.simple("COMMIT").getLast();
    assertThat(commit.sqlState()).isEqualTo("40001");
    assertThat(commit.message()).contains("OC001");
    done(client(), "ALTER TABLE counters DROP COLUMN extra");
  }

  @Test
  void aSchemaChangeThatIsNotCommittedBlocksNobody() throws IOException {
    RawClient changing = begun();
    answers(changing, "ALTER TABLE parents ADD COLUMN age int", "ALTER TABLE");
    answers(client(), "SELECT name FROM parents", "SELECT 0");
    answers(client(), "INSERT INTO parents VALUES (1, 'a')", "INSERT 0 1");
    commits(changing);
    answers(client(), "SELECT age FROM parents", "SELECT 1");
    done(client(), "ALTER TABLE parents DROP COLUMN age");
  }

  @Test
  void noIncrementIsLostHoweverManyCompete() throws Exception {
    long seed = System.nanoTime();
    int workers = 12;
    int rounds = 15;
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      RawClient client = client();
      SplittableRandom random = new SplittableRandom(seed + i);
      tasks.add(() -> {
        int committed = 0;
        for (int round = 0; round < rounds; round++) {
          committed += transfer(client, 1 + random.nextInt(3), 1 + random.nextInt(3)) ? 1 : 0;
        }
        return committed;
      });
    }
    int committed = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> task : threads.invokeAll(tasks)) {
        committed += task.get();
      }
    }
    assertThat(committed).as("seed %d", seed).isPositive().isLessThan(workers * rounds);
    assertThat(value("SELECT sum(value) FROM counters")).as("seed %d", seed).isEqualTo("60");
    assertThat(value("SELECT count(*) FROM tickets"))
        .as("seed %d", seed)
        .isEqualTo(Integer.toString(committed));
  }

  /** Reads both values and writes them with one unit moved: a lost update would change the sum. */
  private static boolean transfer(RawClient client, int from, int to) throws IOException {
    done(client, "BEGIN");
    int before = Integer.parseInt(read(client, from));
    answers(client, update(from, before - 1), "UPDATE 1");
    int after = Integer.parseInt(read(client, to));
    answers(client, update(to, after + 1), "UPDATE 1");
    answers(client, "INSERT INTO tickets (counter) VALUES (1)", "INSERT 0 1");
    Answer commit = client.simple("COMMIT").getLast();
    commit.problem().ifPresent(problem -> assertThat(problem.message()).isEqualTo(OC000));
    return commit.problem().isEmpty();
  }

  private static String read(RawClient client, int id) throws IOException {
    return done(client, "SELECT value FROM counters WHERE id = " + id).getFirst().getFirst();
  }

  private static String update(int id, int value) {
    return "UPDATE counters SET value = %d WHERE id = %d".formatted(value, id);
  }
}
