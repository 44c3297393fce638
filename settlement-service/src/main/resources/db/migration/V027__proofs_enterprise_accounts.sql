-- The same as enterprise_accounts of the exchange itself.
CREATE TABLE IF NOT EXISTS proofs.enterprise_accounts (
  account_id   varchar(64)    NOT NULL,
  account_type varchar(16)    NOT NULL CHECK (account_type IN ('ADVERTISER', 'PUBLISHER', 'EXCHANGE')),
  name         varchar(200)   NOT NULL,
  currency     varchar(3)     NOT NULL,
  credit_limit numeric(18, 4) NOT NULL CHECK (credit_limit >= 0),
  created_at   timestamptz    NOT NULL,
  PRIMARY KEY (account_id)
)
