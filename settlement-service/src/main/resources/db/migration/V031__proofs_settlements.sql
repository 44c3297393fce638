-- The same as settlements of the exchange itself.
CREATE TABLE IF NOT EXISTS proofs.settlements (
  settlement_id  uuid           NOT NULL,
  slot_id        varchar(64)    NOT NULL,
  buyer_id       varchar(64)    NOT NULL,
  publisher_id   varchar(64)    NOT NULL,
  bid_id         uuid           NOT NULL,
  region         varchar(32)    NOT NULL,
  candidate_rank integer        NOT NULL CHECK (candidate_rank >= 1),
  currency       varchar(3)     NOT NULL,
  winning_bid    numeric(18, 4) NOT NULL,
  price          numeric(18, 4) NOT NULL CHECK (price > 0),
  fee            numeric(18, 4) NOT NULL CHECK (fee >= 0),
  net            numeric(18, 4) NOT NULL CHECK (net >= 0),
  closed_at      timestamptz    NOT NULL,
  committed_at   timestamptz    NOT NULL,
  PRIMARY KEY (settlement_id),
  UNIQUE (slot_id),
  CHECK (price = fee + net)
)
