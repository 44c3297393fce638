-- Failed attempts on the truth store and how they ended; written by telemetry-service.
CREATE TABLE IF NOT EXISTS conflict_events (
  operation_id   uuid        NOT NULL,
  attempt        integer     NOT NULL,
  type           varchar(16) NOT NULL,
  slot_ids       text        NOT NULL,
  worker         varchar(128) NOT NULL,
  region         varchar(32) NOT NULL,
  cause          varchar(16),
  sql_state      varchar(5),
  code           varchar(8),
  finding        varchar(16),
  backoff_millis bigint,
  occurred_at    timestamptz NOT NULL,
  PRIMARY KEY (operation_id, attempt, type)
)
