CREATE INDEX ASYNC IF NOT EXISTS settlements_by_publisher
  ON settlements (publisher_id, committed_at, settlement_id)
