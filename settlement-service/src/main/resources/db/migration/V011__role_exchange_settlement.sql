-- The settlement service's own role. Whoever deploys links it to an identity; it owns nothing.
CREATE ROLE exchange_settlement WITH LOGIN
