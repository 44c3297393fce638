-- What happened to an incident, in order: its state is a fold over these. An event's id makes a
-- repeat harmless, its version decides which of two writers was first.
CREATE TABLE IF NOT EXISTS incident_events (
  incident_id uuid         NOT NULL,
  version     integer      NOT NULL CHECK (version >= 1),
  event_id    uuid         NOT NULL,
  event_type  varchar(16)  NOT NULL,
  kind        varchar(32)  NOT NULL,
  subject     varchar(200) NOT NULL,
  actor       varchar(128) NOT NULL,
  assignee    varchar(128),
  note        varchar(2000),
  occurred_at timestamptz  NOT NULL,
  PRIMARY KEY (incident_id, version),
  UNIQUE (event_id)
)
