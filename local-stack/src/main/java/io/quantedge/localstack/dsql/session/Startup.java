package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.Backend;
import io.quantedge.localstack.dsql.backend.BackendLostException;
import io.quantedge.localstack.dsql.backend.Backends;
import io.quantedge.localstack.dsql.wire.Answers;
import io.quantedge.localstack.dsql.wire.SqlError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Opens the connection behind a client's and takes on its role. Stateless. */
final class Startup {
  private static final String DATABASE = "postgres";
  private static final Set<String> FORWARDED =
      Set.of(
          "application_name",
          "client_encoding",
          "datestyle",
          "extra_float_digits",
          "intervalstyle",
          "timezone");
  private static final String SERVER_VERSION = "16.15";

  private Startup() {}

  static Backend open(Backends backends, Map<String, String> parameters)
      throws BackendLostException, InterruptedException {
    String role = parameters.getOrDefault("user", "");
    String database = parameters.getOrDefault("database", role);
    if (!database.equals(DATABASE)) {
      throw refusal("3D000", "database \"%s\" does not exist".formatted(database));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      if (FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
        settings.put(name, value);
      }
    });
    settings.put("default_transaction_isolation", "repeatable read");
    Backend backend = backends.open(settings);
    boolean taken = false;
    try {
      takeOn(backend, role);
      taken = true;
      return backend;
    } finally {
      if (!taken) {
        backend.close();
      }
    }
  }

  /** A superuser of PostgreSQL is nobody in Aurora DSQL. */
  private static void takeOn(Backend backend, String role)
      throws BackendLostException, InterruptedException {
    String may =
        "SELECT 1 FROM pg_roles WHERE rolname = %s AND rolcanlogin AND NOT rolsuper"
            .formatted(Sql.literal(role));
    if (!backend.query(may).lastTag().equals("SELECT 1")) {
      throw refusal("28000", "role \"%s\" does not exist or may not log in".formatted(role));
    }
    if (backend.query(Sql.takeOn(role)).error().isPresent()) {
      throw refusal("28000", "role \"%s\" cannot be taken on".formatted(role));
    }
  }

  private static BackendLostException refusal(String sqlState, String message) {
    return new BackendLostException(SqlError.fatal(sqlState, message));
  }

  static void welcome(Backend backend, Client client) {
    client.say(Answers.authenticated());
    Map<String, String> settings = new LinkedHashMap<>(backend.settings());
    settings.put("server_version", SERVER_VERSION);
    settings.put("is_superuser", "off");
    settings.forEach((name, value) -> client.say(Answers.parameter(name, value)));
    // Nobody can cancel with it; clients insist on having one.
    client.say(Answers.key(backend.pid(), 0));
    client.say(Answers.ready('I'));
  }
}
