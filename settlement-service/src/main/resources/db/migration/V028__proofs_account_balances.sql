-- The same as account_balances of the exchange itself.
CREATE TABLE IF NOT EXISTS proofs.account_balances (
  account_id varchar(64)    NOT NULL,
  currency   varchar(3)     NOT NULL,
  balance    numeric(18, 4) NOT NULL,
  version    bigint         NOT NULL,
  updated_at timestamptz    NOT NULL,
  PRIMARY KEY (account_id)
)
