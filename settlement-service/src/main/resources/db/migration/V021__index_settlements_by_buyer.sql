CREATE INDEX ASYNC IF NOT EXISTS settlements_by_buyer
  ON settlements (buyer_id, committed_at, settlement_id)
