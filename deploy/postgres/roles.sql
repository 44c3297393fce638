-- What Aurora DSQL has from the start: the role that makes tables and roles. No password opens it.
CREATE ROLE admin CREATEROLE LOGIN;
ALTER DATABASE postgres OWNER TO admin;
ALTER SCHEMA public OWNER TO admin;
