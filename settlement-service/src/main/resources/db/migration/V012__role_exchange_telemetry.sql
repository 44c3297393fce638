-- The telemetry service's own role.
CREATE ROLE exchange_telemetry WITH LOGIN
