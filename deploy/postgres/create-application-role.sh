#!/bin/sh
# Creates the role that the services work with. It owns nothing: POSTGRES_USER owns the tables and migrates them.
# The image runs this once, on an empty volume; on an older one, run it by hand:
#   docker compose exec postgres sh /docker-entrypoint-initdb.d/create-application-role.sh
set -eu
psql -v ON_ERROR_STOP=1 -v name=chat_app -v password="$CHAT_APPLICATION_PASSWORD" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" PASSWORD :'password';
SQL
