--
-- PostgreSQL database dump
--

-- Dumped from database version 14.5

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;
COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';

--
-- Name: grade; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.grade AS ENUM (
    'A',
    'B+',
    'B-12',
    'worn'
);


ALTER TYPE public.grade OWNER TO postgres;

--
-- Name: big; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public."big no" AS bigint;


ALTER DOMAIN public."big no" OWNER TO postgres;

CREATE DOMAIN public.year AS integer
	CONSTRAINT year_check CHECK (((VALUE >= 1901) AND (VALUE <= 2155)));


ALTER DOMAIN public.year OWNER TO postgres;

--
-- Name: _joined(text, text); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public._joined(text, text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
SELECT CASE
  WHEN $2 IS NULL THEN $1
  WHEN $1 IS NULL THEN $2
  ELSE $1 || ', ' || $2
END
$_$;


ALTER FUNCTION public._joined(text, text) OWNER TO postgres;

CREATE FUNCTION public.is_lent(p_item integer) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
DECLARE
    v_out INTEGER;
BEGIN
    -- out, where a lending has no end; done
    SELECT COUNT(*) INTO v_out FROM public.lending WHERE item_id = p_item AND returned IS NULL;
    IF v_out > 0 THEN
      RETURN TRUE;
    END IF;
    RETURN FALSE;
END $$;


ALTER FUNCTION public.is_lent(p_item integer) OWNER TO postgres;

CREATE FUNCTION public.last_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.last_update = CURRENT_TIMESTAMP;
    RETURN NEW;
END $$;


ALTER FUNCTION public.last_updated() OWNER TO postgres;

CREATE PROCEDURE public.forget(p_item integer)
    LANGUAGE sql
    AS $$ DELETE FROM public.lending WHERE item_id = p_item; $$;

--
-- Name: group_concat(text); Type: AGGREGATE; Schema: public; Owner: postgres
--

CREATE AGGREGATE public.group_concat(text) (
    SFUNC = public._joined,
    STYPE = text
);


ALTER AGGREGATE public.group_concat(text) OWNER TO postgres;

CREATE SEQUENCE public.maker_maker_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.maker_maker_id_seq OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: maker; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.maker (
    maker_id integer DEFAULT nextval('public.maker_maker_id_seq'::regclass) NOT NULL,
    first_name text NOT NULL,
    last_name character varying(45) NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.maker OWNER TO postgres;

CREATE SEQUENCE public.item_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.item_item_id_seq OWNER TO postgres;

CREATE TABLE public.item (
    item_id integer DEFAULT nextval('public.item_item_id_seq'::regclass) NOT NULL,
    title text NOT NULL,
    description text,
    built_year public.year,
    counted public."big no",
    days smallint DEFAULT 3 NOT NULL,
    rate numeric(4,2) DEFAULT 4.99 NOT NULL,
    grade public.grade DEFAULT 'A'::public.grade,
    last_update timestamp without time zone DEFAULT now() NOT NULL,
    extras text[],
    fulltext tsvector NOT NULL
);


ALTER TABLE public.item OWNER TO postgres;

COMMENT ON TABLE public.item IS 'What is lent';
COMMENT ON COLUMN public.item.days IS 'How long it''s lent';

CREATE TABLE public.item_maker (
    maker_id integer NOT NULL,
    item_id integer NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE SEQUENCE public.member_member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.member (
    member_id integer DEFAULT nextval('public.member_member_id_seq'::regclass) NOT NULL,
    name character varying(45) NOT NULL,
    email text,
    activebool boolean DEFAULT true NOT NULL,
    create_date date DEFAULT ('now'::text)::date NOT NULL,
    joined date DEFAULT CURRENT_DATE NOT NULL,
    picture bytea,
    sort_code character(5),
    active integer
);

CREATE SEQUENCE public.payment_payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.payment (
    payment_id integer DEFAULT nextval('public.payment_payment_id_seq'::regclass) NOT NULL,
    member_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    paid timestamp with time zone NOT NULL,
    PRIMARY KEY (paid, payment_id)
)
PARTITION BY RANGE (paid);


ALTER TABLE public.payment OWNER TO postgres;

CREATE TABLE public.payment_p2022_01 (
    payment_id integer DEFAULT nextval('public.payment_payment_id_seq'::regclass) NOT NULL,
    member_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    paid timestamp with time zone NOT NULL
);


ALTER TABLE public.payment_p2022_01 OWNER TO postgres;

CREATE TABLE public.payment_p2022_02 (
    payment_id integer DEFAULT nextval('public.payment_payment_id_seq'::regclass) NOT NULL,
    member_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    paid timestamp with time zone NOT NULL
);

CREATE TABLE public.lending (
    lending_id integer NOT NULL,
    item_id smallint NOT NULL,
    member_id bigint NOT NULL,
    lent timestamp with time zone NOT NULL,
    returned timestamp with time zone
);

CREATE SEQUENCE public.lending_lending_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.lending_lending_id_seq OWNED BY public.lending.lending_id;

--
-- Name: maker_info; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.maker_info AS
 SELECT a.maker_id,
    a.first_name,
    a.last_name,
    public.group_concat(DISTINCT ((a.last_name || ': '::text) || ( SELECT public.group_concat(f.title) AS group_concat
           FROM (public.item f
             JOIN public.item_maker fa_1 ON ((f.item_id = fa_1.item_id)))
          WHERE (fa_1.maker_id = a.maker_id)
          GROUP BY fa_1.maker_id))) AS item_info
   FROM (public.maker a
     LEFT JOIN public.item_maker fa ON ((a.maker_id = fa.maker_id)))
  GROUP BY a.maker_id, a.first_name, a.last_name;


ALTER TABLE public.maker_info OWNER TO postgres;

CREATE VIEW public.member_list AS
 SELECT cu.member_id AS id,
    ((cu.name || ' '::text) || (cu.email)::text) AS name,
    cu.sort_code AS "zip code",
        CASE
            WHEN cu.activebool THEN 'active'::text
            ELSE ''::text
        END AS notes,
    upper("substring"((cu.name)::text, 1, 1)) AS initial
   FROM public.member cu;


ALTER TABLE public.member_list OWNER TO postgres;

CREATE MATERIALIZED VIEW public.paid_by_member AS
 SELECT m.name,
    sum(p.amount) AS total
   FROM (public.payment p
     JOIN public.member m ON ((p.member_id = m.member_id)))
  GROUP BY m.name
  ORDER BY (sum(p.amount)) DESC
  WITH NO DATA;


ALTER TABLE public.paid_by_member OWNER TO postgres;

ALTER TABLE ONLY public.payment ATTACH PARTITION public.payment_p2022_01 FOR VALUES FROM ('2022-01-01 00:00:00+00') TO ('2022-02-01 00:00:00+00');


ALTER TABLE ONLY public.payment ATTACH PARTITION public.payment_p2022_02 FOR VALUES FROM ('2022-02-01 00:00:00+00') TO ('2022-03-01 01:00:00+01');


ALTER TABLE ONLY public.lending ALTER COLUMN lending_id SET DEFAULT nextval('public.lending_lending_id_seq'::regclass);


--
-- Data for Name: maker; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.maker (maker_id, first_name, last_name, last_update) FROM stdin;
1	Ada	Ölander	2022-02-15 09:34:33+00
2	Bo	O'Hara	2022-02-15 10:34:33.5+01
\.


COPY public.item (item_id, title, description, built_year, counted, days, rate, grade, last_update, extras, fulltext) FROM stdin;
1	Loom	A wide loom;\tfor two	2006	9007199254740993	6	0.99	B-12	2022-09-10 16:46:03.905795	{"Spare heddles",Stool}	'loom':1,4 'wide':3
2	Lathe	\N	\N	\N	3	4.99	worn	2022-09-10 16:46:03	\N	'lath':1
3	Kiln	It's "hot"	1999	12	3	2.50	\N	2022-09-10 16:46:03	{}	'hot':3 'kiln':1
\.


COPY public.item_maker (maker_id, item_id, last_update) FROM stdin;
1	1	2022-02-15 10:05:03+00
2	2	2022-02-15 10:05:03+00
1	3	2022-02-15 10:05:03+00
\.


COPY public.member (member_id, name, email, activebool, create_date, joined, picture, sort_code, active) FROM stdin;
1	MARY	mary@example.org	t	2022-02-14	2022-02-14	\\x89504e470d0a00ff	ab	1
2	JON	\N	f	2022-02-14	2020-02-29	\N	\N	0
\.


COPY public.payment_p2022_01 (payment_id, member_id, amount, paid) FROM stdin;
16051	1	0.99	2022-01-26 05:58:14.580711+00
16052	2	12.99	2022-01-29 01:58:14+00
\.


COPY public.payment_p2022_02 (payment_id, member_id, amount, paid) FROM stdin;
16053	1	5.00	2022-02-14 23:59:59+00
\.


COPY public.lending (lending_id, item_id, member_id, lent, returned) FROM stdin;
1	1	1	2022-01-01 10:00:00+00	\N
2	2	1	2022-01-02 10:00:00+00	2022-01-03 10:00:00+00
\.


SELECT pg_catalog.setval('public.maker_maker_id_seq', 200, true);
SELECT pg_catalog.setval('public.item_item_id_seq', 1000, true);
SELECT pg_catalog.setval('public.lending_lending_id_seq', 2, true);

ALTER TABLE ONLY public.maker
    ADD CONSTRAINT maker_pkey PRIMARY KEY (maker_id);


ALTER TABLE ONLY public.item_maker
    ADD CONSTRAINT item_maker_pkey PRIMARY KEY (maker_id, item_id);


ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_pkey PRIMARY KEY (item_id);


ALTER TABLE ONLY public.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (member_id);


ALTER TABLE ONLY public.lending
    ADD CONSTRAINT lending_pkey PRIMARY KEY (lending_id);


CREATE INDEX item_fulltext_idx ON public.item USING gist (fulltext);


CREATE INDEX idx_maker_last_name ON public.maker USING btree (last_name);


CREATE INDEX idx_payment_p2022_01_member ON public.payment_p2022_01 USING btree (member_id);


CREATE UNIQUE INDEX idx_unq_lending ON public.lending USING btree (lent, item_id, member_id);


CREATE UNIQUE INDEX paid_by_member_name ON public.paid_by_member USING btree (name);


ALTER INDEX public.payment_pkey ATTACH PARTITION public.payment_p2022_01_pkey;


CREATE TRIGGER item_fulltext_trigger BEFORE INSERT OR UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('fulltext', 'pg_catalog.english', 'title', 'description');


CREATE TRIGGER last_updated BEFORE UPDATE ON public.maker FOR EACH ROW EXECUTE FUNCTION public.last_updated();


ALTER TABLE ONLY public.item_maker
    ADD CONSTRAINT item_maker_maker_id_fkey FOREIGN KEY (maker_id) REFERENCES public.maker(maker_id) ON UPDATE CASCADE ON DELETE RESTRICT;


ALTER TABLE ONLY public.item_maker
    ADD CONSTRAINT item_maker_item_id_fkey FOREIGN KEY (item_id) REFERENCES public.item(item_id) ON UPDATE CASCADE ON DELETE RESTRICT;


ALTER TABLE ONLY public.payment_p2022_01
    ADD CONSTRAINT payment_p2022_01_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.member(member_id);


ALTER TABLE public.lending
    ADD CONSTRAINT lending_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.member(member_id) ON UPDATE CASCADE ON DELETE RESTRICT NOT VALID;


REFRESH MATERIALIZED VIEW public.paid_by_member;


REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO PUBLIC;

--
-- PostgreSQL database dump complete
--
