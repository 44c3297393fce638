-- Runs of the traffic simulator and whether their checks held; written by telemetry-service.
CREATE TABLE IF NOT EXISTS simulation_runs (
  run_id            uuid        NOT NULL,
  command           varchar(32) NOT NULL,
  seed              bigint      NOT NULL,
  started_at        timestamptz NOT NULL,
  finished_at       timestamptz,
  bids_sent         bigint      NOT NULL,
  bids_acknowledged bigint      NOT NULL,
  slots             integer     NOT NULL,
  all_hold          boolean,
  report            text,
  PRIMARY KEY (run_id)
)
