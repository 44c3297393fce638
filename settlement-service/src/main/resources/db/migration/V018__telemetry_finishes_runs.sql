-- A run's row is completed when the run has ended.
GRANT UPDATE ON TABLE simulation_runs TO exchange_telemetry
