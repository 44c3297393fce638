-- Both are append-only: there is no UPDATE and no DELETE.
GRANT INSERT ON TABLE incident_events, proof_runs TO exchange_telemetry
