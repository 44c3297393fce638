-- Proofs settle in tables of their own: whatever they do, it is not the exchange's truth.
CREATE SCHEMA IF NOT EXISTS proofs
