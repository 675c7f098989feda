CREATE TABLE goods (id serial PRIMARY KEY, sku varchar(60), price numeric(10,2), cost numeric(10,2), stock integer, weight double precision, discontinued boolean);
CREATE TABLE purchases (id serial PRIMARY KEY, member_id integer, status varchar(60), total numeric(10,2), placed_at timestamp, shipped_at timestamp, is_gift boolean);
CREATE TABLE crew (id serial PRIMARY KEY, name varchar(60), department varchar(60), salary numeric(10,2), hired_on date, manager_id integer, remote boolean, bonus_pct integer);
CREATE TABLE samples (id serial PRIMARY KEY, device varchar(60), taken_at timestamp, temp double precision, ok boolean, payload bytea);
CREATE TABLE visits (id serial PRIMARY KEY, member_id integer, started_at timestamp, ended_at timestamp, duration_ms bigint, opens_at time);
CREATE TABLE settings (id serial PRIMARY KEY, name varchar(60), meta_value text);
