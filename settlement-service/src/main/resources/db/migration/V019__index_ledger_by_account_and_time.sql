-- Statements, as-of balances and the ledger's order. Begins with the account: time alone would be a
-- hot spot.
CREATE INDEX ASYNC IF NOT EXISTS financial_ledger_by_account_and_time
  ON financial_ledger (account_id, created_at, entry_id)
