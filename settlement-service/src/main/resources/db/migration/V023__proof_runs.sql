-- Proofs that were run, and what they measured; written by telemetry-service.
CREATE TABLE IF NOT EXISTS proof_runs (
  run_id       uuid         NOT NULL,
  kind         varchar(32)  NOT NULL,
  state        varchar(16)  NOT NULL,
  parameters   text         NOT NULL,
  requested_at timestamptz  NOT NULL,
  started_at   timestamptz,
  finished_at  timestamptz,
  sentence     varchar(1000) NOT NULL,
  guarded      text,
  unguarded    text,
  PRIMARY KEY (run_id)
)
