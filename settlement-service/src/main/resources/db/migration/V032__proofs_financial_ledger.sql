-- The same as financial_ledger of the exchange itself.
CREATE TABLE IF NOT EXISTS proofs.financial_ledger (
  account_id varchar(64)    NOT NULL,
  entry_id   uuid           NOT NULL,
  posting_id uuid           NOT NULL,
  entry_no   integer        NOT NULL CHECK (entry_no >= 1),
  kind       varchar(16)    NOT NULL,
  amount     numeric(18, 4) NOT NULL,
  currency   varchar(3)     NOT NULL,
  slot_id    varchar(64),
  created_at timestamptz    NOT NULL,
  PRIMARY KEY (account_id, entry_id),
  UNIQUE (posting_id, entry_no)
)
