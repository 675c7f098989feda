CREATE TABLE public.trip (
    id bigint NOT NULL,
    label text,
    made timestamp without time zone DEFAULT (now() AT TIME ZONE 'utc'::text) NOT NULL
);
CREATE SEQUENCE public.trip_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.trip_id_seq OWNED BY public.trip.id;
ALTER TABLE ONLY public.trip ALTER COLUMN id SET DEFAULT nextval('public.trip_id_seq'::regclass);
INSERT INTO public.trip (id, label, made) VALUES (1, 'out', '2024-01-01 10:00:00'), (2, NULL, '2024-01-02 10:00:00');
SELECT pg_catalog.setval('public.trip_id_seq', 41, true);
ALTER TABLE ONLY public.trip ADD CONSTRAINT trip_label_key UNIQUE NULLS NOT DISTINCT (label);
