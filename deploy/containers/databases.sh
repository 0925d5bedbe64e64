#!/bin/bash
# Run once by the PostgreSQL image, in an empty data directory: a database, an owner (for the
# migrations) and a working role (for the service) each.
set -euo pipefail

for service in client visit scoring notification; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" <<SQL
create role ${service}_owner login password '${GUANXI_DB_OWNER_PASSWORD}';
create role ${service} login password '${GUANXI_DB_PASSWORD}';
create database ${service} owner ${service}_owner encoding 'UTF8' template template0;
SQL
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$service" <<SQL
alter schema public owner to ${service}_owner;
grant usage on schema public to ${service};
alter default privileges for role ${service}_owner in schema public
  grant select, insert, update, delete on tables to ${service};
alter default privileges for role ${service}_owner in schema public
  grant usage, select on sequences to ${service};
SQL
done
