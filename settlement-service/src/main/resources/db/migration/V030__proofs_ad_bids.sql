-- The same as ad_bids of the exchange itself.
CREATE TABLE IF NOT EXISTS proofs.ad_bids (
  slot_id        varchar(64)    NOT NULL,
  candidate_rank integer        NOT NULL CHECK (candidate_rank >= 1),
  bid_id         uuid           NOT NULL,
  account_id     varchar(64)    NOT NULL,
  region         varchar(32)    NOT NULL,
  currency       varchar(3)     NOT NULL,
  amount         numeric(18, 4) NOT NULL,
  clearing_price numeric(18, 4) NOT NULL,
  quality_score  numeric(5, 4)  NOT NULL,
  latency_ms     integer        NOT NULL,
  accepted_at    timestamptz    NOT NULL,
  verdict        varchar(24)    NOT NULL,
  PRIMARY KEY (slot_id, candidate_rank)
)
