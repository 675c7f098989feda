CREATE TABLE venues (id SERIAL PRIMARY KEY, name VARCHAR(80) NOT NULL, city VARCHAR(60), country CHAR(2), capacity INT, opened_on DATE, settings JSONB, is_active BOOLEAN NOT NULL DEFAULT TRUE);
CREATE TABLE events (id SERIAL PRIMARY KEY, venue_id INT REFERENCES venues(id), title VARCHAR(120) NOT NULL, slug VARCHAR(120) UNIQUE, kind VARCHAR(10) NOT NULL, starts_at TIMESTAMP NOT NULL, ends_at TIMESTAMP, doors TIME, price NUMERIC(8,2), sold INT NOT NULL DEFAULT 0, rating DOUBLE PRECISION, tags JSONB, description TEXT, created_at TIMESTAMP NOT NULL DEFAULT now());
CREATE TABLE customers (id SERIAL PRIMARY KEY, email VARCHAR(120) NOT NULL, first_name VARCHAR(40), last_name VARCHAR(40), born DATE, newsletter BOOLEAN, credit NUMERIC(10,2) NOT NULL DEFAULT 0, referred_by INT, joined_at TIMESTAMP NOT NULL);
CREATE TABLE bookings (id BIGSERIAL PRIMARY KEY, event_id INT NOT NULL, customer_id INT NOT NULL, seats INT NOT NULL, amount NUMERIC(10,2) NOT NULL, status VARCHAR(20) NOT NULL, paid BOOLEAN NOT NULL DEFAULT FALSE, booked_at TIMESTAMP NOT NULL, note VARCHAR(200), meta JSONB);
SELECT setval('venues_id_seq', 100);
SELECT setval('events_id_seq', 100);
SELECT setval('customers_id_seq', 100);
SELECT setval('bookings_id_seq', 100);
