#!/bin/bash
# Run once, by the image, when the volume is made: the users that the replica and Dragoman come with, each with no more
# rights than it needs, and the slot that keeps for the replica what it has not read yet.
set -euo pipefail

psql --username=postgres --dbname=shop --quiet --no-psqlrc --set=ON_ERROR_STOP=1 \
  --set=app="$POSTGRES_APP_PASSWORD" \
  --set=reader="$POSTGRES_READER_PASSWORD" \
  --set=replication="$POSTGRES_REPLICATION_PASSWORD" <<'SQL'
-- Streams the whole server, and can do nothing else.
CREATE ROLE replicator LOGIN REPLICATION PASSWORD :'replication';
SELECT pg_create_physical_replication_slot('replica') \g /dev/null

-- Reads and writes tables, and makes them; owns nothing but what it makes.
CREATE ROLE dragoman_app LOGIN PASSWORD :'app';
-- Reads them.
CREATE ROLE dragoman_reader LOGIN PASSWORD :'reader';

REVOKE ALL ON DATABASE shop, postgres FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE shop TO dragoman_app;
GRANT CONNECT ON DATABASE shop TO dragoman_reader;
GRANT USAGE, CREATE ON SCHEMA public TO dragoman_app;
GRANT USAGE ON SCHEMA public TO dragoman_reader;

-- Tables that come later: the administrator's are open to Dragoman, and Dragoman's to its reader.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO dragoman_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO dragoman_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO dragoman_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE dragoman_app IN SCHEMA public GRANT SELECT ON TABLES TO dragoman_reader;
SQL

# The image lets users in from everywhere, but not for replication.
echo 'host replication replicator samenet scram-sha-256' >> "$PGDATA/pg_hba.conf"
