-- The guarded row of each advertiser: every debit updates it, so two debits cannot both overlook
-- the other. Snapshot isolation alone would let them (write skew).
CREATE TABLE IF NOT EXISTS account_balances (
  account_id varchar(64)    NOT NULL,
  currency   varchar(3)     NOT NULL,
  balance    numeric(18, 4) NOT NULL,
  version    bigint         NOT NULL,
  updated_at timestamptz    NOT NULL,
  PRIMARY KEY (account_id)
)
