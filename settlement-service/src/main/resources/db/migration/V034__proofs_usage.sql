GRANT USAGE ON SCHEMA proofs TO exchange_settlement
