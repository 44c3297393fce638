package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.e2e.CommandLineHome.Typed;
import io.quantedge.localstack.stack.StackAddresses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit after a demo: it agrees, and it finds what is falsified in either store. */
class AuditST {
  @TempDir private Path folder;
  private CommandLineHome home;

  @BeforeEach
  void aHomeOfItsOwn() throws Exception {
    home = new CommandLineHome(folder);
  }

  @AfterEach
  void nothingIsLeftRunning() throws Exception {
    home.end();
  }

  @Test
  void theBooksAgreeAfterADemoAndEveryTamperingIsFound() throws Exception {
    // given a stack on which a demo was traded
    Typed demo =
        home.type("demo", "--bids", "1000", "--slots", "8", "--seed", "7").with(home.portOption());
    Process running = demo.start();
    await()
        .atMost(Duration.ofSeconds(150))
        .until(() -> !running.isAlive() || demo.printed().contains("keeps running"));
    assertThat(demo.printed()).contains("checks hold");

    // when nothing is changed, then everything agrees
    Path report = folder.resolve("audit.json");
    Typed honest = home.type("audit", "--all", "--json", report.toString());
    assertThat(honest.exitCode()).as(honest.printed()).isZero();
    assertThat(honest.printed()).contains("audit of 8 slots", "that can be compared agrees");
    JsonNode written = Json.mapper().readTree(report.toFile());
    assertThat(written.path("agrees").asBoolean()).isTrue();
    assertThat(written.path("byStatus").path("AGREES").asLong()).isEqualTo(8);

    // when a bid is taken out of DynamoDB, then the audit names it
    String winner = text("SELECT bid_id FROM settlements ORDER BY slot_id LIMIT 1");
    String slot = text("SELECT slot_id FROM settlements ORDER BY slot_id LIMIT 1");
    try (BidItems items = new BidItems(home.addresses().dynamoDb())) {
      items.delete(slot, winner);
    }
    Typed lostBid = home.type("audit", slot, "--patience", "1");
    assertThat(lostBid.exitCode()).as(lostBid.printed()).isEqualTo(1);
    assertThat(lostBid.printed())
        .contains("audit of 1 slots", slot + " DIFFERS", "  bid " + winner)
        .contains("  counted\n", "  digest\n")
        .containsPattern("DynamoDB +none");

    // when a price is changed behind the exchange's back, then the audit shows both
    String dearer = text("SELECT max(slot_id) FROM settlements");
    change(
        "UPDATE settlements SET price = price + 0.0001, net = net + 0.0001 WHERE slot_id = '%s'"
            .formatted(dearer));
    Typed changedPrice = home.type("audit", "--all", "--patience", "1");
    assertThat(changedPrice.exitCode()).as(changedPrice.printed()).isEqualTo(1);
    assertThat(changedPrice.printed())
        .contains(dearer + " DIFFERS", "  price paid\n", slot + " DIFFERS", "2 of 8 slots DIFFER");

    Typed nobody = home.type("audit", "no-such-slot");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.printed()).contains("there is no slot no-such-slot");
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private Connection superuser() throws SQLException {
    StackAddresses at = home.addresses();
    return DriverManager.getConnection(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
  }
}
