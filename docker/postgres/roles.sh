#!/bin/sh
# Runs once, on an empty data volume: two roles that know nothing of each other, each the owner of its own databases.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv application_password APP_DATABASE_PASSWORD
\getenv temporal_password TEMPORAL_DATABASE_PASSWORD
CREATE ROLE doudi LOGIN PASSWORD :'application_password';
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';
CREATE DATABASE doudi OWNER doudi;
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
REVOKE CONNECT ON DATABASE doudi, temporal, temporal_visibility FROM PUBLIC;
SQL
