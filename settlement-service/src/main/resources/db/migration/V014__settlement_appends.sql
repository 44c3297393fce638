-- Truth is appended: there is no UPDATE and no DELETE on any of these.
GRANT INSERT ON TABLE enterprise_accounts, account_balances, ad_slots, ad_bids, settlements,
  financial_ledger, slot_events TO exchange_settlement
