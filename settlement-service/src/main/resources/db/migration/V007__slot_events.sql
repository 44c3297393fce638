-- What happened to a slot, in order. Its state is a fold over these.
CREATE TABLE IF NOT EXISTS slot_events (
  slot_id     varchar(64) NOT NULL,
  event_no    integer     NOT NULL CHECK (event_no >= 1),
  event_type  varchar(16) NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (slot_id, event_no)
)
