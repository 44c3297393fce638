-- The same as slot_events of the exchange itself.
CREATE TABLE IF NOT EXISTS proofs.slot_events (
  slot_id     varchar(64) NOT NULL,
  event_no    integer     NOT NULL CHECK (event_no >= 1),
  event_type  varchar(16) NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  request_id  uuid,
  reason      varchar(500),
  PRIMARY KEY (slot_id, event_no)
)
