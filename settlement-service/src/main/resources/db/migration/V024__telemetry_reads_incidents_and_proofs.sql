GRANT SELECT ON TABLE incident_events, proof_runs TO exchange_telemetry
