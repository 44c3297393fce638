-- A proof takes its rows away again: DELETE is granted here and nowhere else.
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE proofs.enterprise_accounts, proofs.account_balances,
  proofs.ad_slots, proofs.ad_bids, proofs.settlements, proofs.financial_ledger,
  proofs.slot_events TO exchange_settlement
