GRANT SELECT ON TABLE enterprise_accounts, account_balances, ad_slots, ad_bids, settlements,
  financial_ledger, slot_events, conflict_events, simulation_runs, schema_migrations
  TO exchange_telemetry
