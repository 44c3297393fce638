GRANT SELECT ON TABLE enterprise_accounts, account_balances, ad_slots, ad_bids, settlements,
  financial_ledger, slot_events, schema_migrations TO exchange_settlement
