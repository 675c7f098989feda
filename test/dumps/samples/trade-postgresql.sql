--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET lock_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;

SET default_tablespace = '';

SET default_with_oids = false;


---
--- drop tables
---


DROP TABLE IF EXISTS order_lines;
DROP TABLE IF EXISTS orders;
DROP TABLE IF EXISTS buyers;
DROP TABLE IF EXISTS clerks;
DROP TABLE IF EXISTS kinds;

--
-- Name: kinds; Type: TABLE; Schema: public; Owner: -; Tablespace:
--

CREATE TABLE kinds (
    kind_id smallint NOT NULL,
    kind_name character varying(15) NOT NULL,
    description text,
    picture bytea
);

CREATE TABLE buyers (
    buyer_id bpchar NOT NULL,
    company_name character varying(40) NOT NULL,
    fax character varying(24)
);

CREATE TABLE clerks (
    clerk_id smallint NOT NULL,
    last_name character varying(20) NOT NULL,
    birth_date date,
    reports_to smallint,
    photo_path character varying(255)
);

CREATE TABLE orders (
    order_id smallint NOT NULL,
    buyer_id bpchar,
    clerk_id smallint,
    order_date date,
    freight real
);

CREATE TABLE order_lines (
    order_id smallint NOT NULL,
    line_no smallint NOT NULL,
    unit_price real NOT NULL,
    discontinued integer NOT NULL,
    discount real NOT NULL
);

CREATE TABLE bills (
    bill_id smallint NOT NULL,
    due money
);

INSERT INTO bills VALUES (1, '$1,234.50');
INSERT INTO bills VALUES (2, '-$0.05');

COPY bills (bill_id, due) FROM stdin;
3	$7.00
4	\N
\.

INSERT INTO kinds VALUES (1, 'Drinks', 'Soft drinks, coffees, teas', '\x');
INSERT INTO kinds VALUES (2, 'Condiments', 'Sweet and savory sauces; spreads', '\x0fff');

INSERT INTO buyers VALUES ('ALFKI', 'Alfreds Futterkiste', '030-0076545');
INSERT INTO buyers VALUES ('BONAP', 'Bon app''', NULL);

INSERT INTO clerks VALUES (2, 'Fuller', '1952-02-19', NULL, 'http://clerks/fuller.bmp');
INSERT INTO clerks VALUES (1, 'Davolio', '1948-12-08', 2, 'http://clerks/davolio.bmp');

INSERT INTO orders VALUES (10248, 'BONAP', 2, '1996-07-04', 32.3800011);
INSERT INTO orders VALUES (10249, 'ALFKI', 1, '1996-07-05', 11.6099997);

INSERT INTO order_lines VALUES (10248, 1, 14, 0, 0);
INSERT INTO order_lines VALUES (10248, 2, 9.80000019, 1, 0.150000006);

ALTER TABLE ONLY kinds
    ADD CONSTRAINT pk_kinds PRIMARY KEY (kind_id);

ALTER TABLE ONLY buyers
    ADD CONSTRAINT pk_buyers PRIMARY KEY (buyer_id);

ALTER TABLE ONLY clerks
    ADD CONSTRAINT pk_clerks PRIMARY KEY (clerk_id);

ALTER TABLE ONLY orders
    ADD CONSTRAINT pk_orders PRIMARY KEY (order_id);

ALTER TABLE ONLY order_lines
    ADD CONSTRAINT pk_order_lines PRIMARY KEY (order_id, line_no);

ALTER TABLE ONLY orders
    ADD CONSTRAINT fk_orders_buyers FOREIGN KEY (buyer_id) REFERENCES buyers;

ALTER TABLE ONLY orders
    ADD CONSTRAINT fk_orders_clerks FOREIGN KEY (clerk_id) REFERENCES clerks;

ALTER TABLE ONLY clerks
    ADD CONSTRAINT fk_clerks_clerks FOREIGN KEY (reports_to) REFERENCES clerks;

--
-- PostgreSQL database dump complete
--
