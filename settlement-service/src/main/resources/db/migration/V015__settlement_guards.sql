-- The guarded rows are the only ones that change; FOR UPDATE needs this too.
GRANT UPDATE ON TABLE account_balances TO exchange_settlement
