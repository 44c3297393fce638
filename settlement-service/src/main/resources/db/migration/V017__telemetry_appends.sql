GRANT INSERT ON TABLE conflict_events, simulation_runs TO exchange_telemetry
