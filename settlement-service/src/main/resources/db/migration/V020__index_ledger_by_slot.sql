CREATE INDEX ASYNC IF NOT EXISTS financial_ledger_by_slot
  ON financial_ledger (slot_id)
